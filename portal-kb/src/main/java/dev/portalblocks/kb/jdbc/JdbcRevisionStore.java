// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.RevisionStore;
import dev.portalblocks.kb.spi.StoredRevision;
import dev.portalblocks.publishing.model.Revision;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revisions in a table. */
public final class JdbcRevisionStore implements RevisionStore {
    private final Database db;

    /** Keeps the revisions in this database. */
    public JdbcRevisionStore(Database db) {
        this.db = db;
    }

    @Override
    public boolean append(Tx tx, StoredRevision stored) {
        Revision<ArticleContent> revision = stored.revision();
        return db.sql(
                        tx,
                        "INSERT INTO @kb_revision (tenant, article, number, audiences, content)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        stored.tenant().value(),
                        stored.article().value(),
                        revision.number(),
                        ArticleRows.audiences(revision.content()),
                        db.json().bytes(revision))
                .insertsIfAbsent();
    }

    @Override
    public Optional<StoredRevision> find(Tx tx, Scope scope, ArticleId article, long number) {
        return select(tx, scope, article).and(" AND number = ?", number).first(row -> stored(scope, article, row));
    }

    @Override
    public List<StoredRevision> list(Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
        Sql sql = select(tx, scope, article);
        if (after != null) {
            sql.and(" AND number < ?", number(after));
        }
        return sql.and(" ORDER BY tenant DESC, article DESC, number DESC LIMIT ?", limit)
                .rows(row -> stored(scope, article, row));
    }

    private Sql select(Tx tx, Scope scope, ArticleId article) {
        return db.sql(
                        tx,
                        "SELECT content FROM @kb_revision WHERE tenant = ? AND article = ?",
                        scope.tenant().value(),
                        article.value())
                .amongAnyOrAbsent("audiences", scope.audiences().restriction(), Audience::token);
    }

    private static StoredRevision stored(Scope scope, ArticleId article, Row row) throws SQLException {
        return new StoredRevision(scope.tenant(), article, row.json("content", ArticleRows.REVISION));
    }

    /** Turns {@link RevisionStore#place} round. */
    private static long number(Keyset place) {
        return Long.MAX_VALUE - Long.parseLong(place.id());
    }
}
