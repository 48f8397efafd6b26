// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.JsonType;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.publishing.spi.StoredRevision;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Revisions in a table of their kind.
 *
 * @param <C> what editors write
 */
public final class JdbcRevisionStore<C extends EditorialContent<C>> implements RevisionStore<C> {
    private final Database db;
    private final String table;
    private final JsonType<Revision<C>> type;

    /**
     * Keeps the revisions in this database.
     *
     * @param table the name of their table, such as {@code @kb_revision}
     * @param type what a row holds
     */
    public JdbcRevisionStore(Database db, String table, JsonType<Revision<C>> type) {
        this.db = db;
        this.table = table;
        this.type = type;
    }

    @Override
    public boolean append(Tx tx, StoredRevision<C> stored) {
        Revision<C> revision = stored.revision();
        return db.sql(
                        tx,
                        "INSERT INTO " + table + " (tenant, object, number, audiences, content) VALUES (?, ?, ?, ?, ?)",
                        stored.tenant().value(),
                        stored.object(),
                        revision.number(),
                        PartsRows.audiences(revision.content()),
                        db.json().bytes(revision))
                .insertsIfAbsent();
    }

    @Override
    public Optional<StoredRevision<C>> find(Tx tx, Scope scope, UUID object, long number) {
        return select(tx, scope, object).and(" AND number = ?", number).first(row -> stored(scope, object, row));
    }

    @Override
    public List<StoredRevision<C>> list(Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
        Sql sql = select(tx, scope, object);
        if (after != null) {
            sql.and(" AND number < ?", number(after));
        }
        return sql.and(" ORDER BY tenant DESC, object DESC, number DESC LIMIT ?", limit)
                .rows(row -> stored(scope, object, row));
    }

    @Override
    public void deleteAllOf(Tx tx, TenantId tenant, UUID object) {
        db.sql(tx, "DELETE FROM " + table + " WHERE tenant = ? AND object = ?", tenant.value(), object)
                .update();
    }

    private Sql select(Tx tx, Scope scope, UUID object) {
        return db.sql(
                        tx,
                        "SELECT content FROM " + table + " WHERE tenant = ? AND object = ?",
                        scope.tenant().value(),
                        object)
                .amongAnyOrAbsent("audiences", scope.audiences().restriction(), Audience::token);
    }

    private StoredRevision<C> stored(Scope scope, UUID object, Row row) throws SQLException {
        return new StoredRevision<>(scope.tenant(), object, row.json("content", type));
    }

    /** Turns {@link RevisionStore#place} round. */
    private static long number(Keyset place) {
        return Long.MAX_VALUE - Long.parseLong(place.id());
    }
}
