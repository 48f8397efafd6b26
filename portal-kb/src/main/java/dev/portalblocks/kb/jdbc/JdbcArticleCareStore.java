// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.StoredArticle;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles as those look at them who answer for them: a view of the rows that {@link JdbcArticleStore} writes. */
public final class JdbcArticleCareStore implements ArticleCareStore {
    private final Database db;

    /** Reads the articles in this database. */
    public JdbcArticleCareStore(Database db) {
        this.db = db;
    }

    @Override
    public List<StoredArticle> listOwned(Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit) {
        Sql sql = ArticleRows.select(db, tx, scope).and(" AND owner = ?", owner);
        if (after != null) {
            sql.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, owner, id LIMIT ?", limit)
                .rows(row -> ArticleRows.article(scope.tenant(), row));
    }

    @Override
    public List<StoredArticle> listDue(
            Tx tx, Scope scope, LocalDate until, @Nullable String owner, @Nullable Keyset after, int limit) {
        Sql sql = ArticleRows.select(db, tx, scope)
                .and(" AND review_by <= ?", until.toString())
                .when(owner != null, " AND owner = ?", owner);
        if (after != null) {
            sql.and(
                    " AND review_by >= ? AND (review_by, id) > (?, ?)",
                    after.sortKey(),
                    after.sortKey(),
                    UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, review_by, id LIMIT ?", limit)
                .rows(row -> ArticleRows.article(scope.tenant(), row));
    }
}
