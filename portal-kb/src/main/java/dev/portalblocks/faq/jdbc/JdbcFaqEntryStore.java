// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries in a table. Their audiences stand in the row as an array, so that a lock on the row holds all that a scope decides
 * by.
 */
public final class JdbcFaqEntryStore implements FaqEntryStore {
    private final Database db;

    /** Keeps the entries in this database. */
    public JdbcFaqEntryStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
        return select(tx, scope).and(" AND id = ?", id.value()).first(row -> entry(scope.tenant(), row));
    }

    @Override
    public Optional<StoredFaqEntry> findForUpdate(Tx tx, Scope scope, FaqEntryId id) {
        return select(tx, scope).and(" AND id = ? FOR UPDATE", id.value()).first(row -> entry(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredFaqEntry entry) {
        return db.sql(
                        tx,
                        "INSERT INTO @faq_entry (section, place, state, audiences, version, changed_at, content, tenant, id)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        values(entry))
                .and("", entry.tenant().value(), entry.id().value())
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredFaqEntry entry, long expectedVersion) {
        return db.sql(
                        tx,
                        "UPDATE @faq_entry SET section = ?, place = ?, state = ?, audiences = ?, version = ?,"
                                + " changed_at = ?, content = ?",
                        values(entry))
                .and(
                        " WHERE tenant = ? AND id = ?",
                        entry.tenant().value(),
                        entry.id().value())
                .and(" AND version = ?", expectedVersion)
                .changes();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FaqEntryId id) {
        return within(scope, db.sql(tx, "DELETE FROM @faq_entry"))
                .and(" AND id = ?", id.value())
                .changes();
    }

    @Override
    public List<StoredFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections) {
        UUID[] ids = sections.stream().map(FaqSectionId::value).toArray(UUID[]::new);
        return select(tx, scope)
                .and(" AND section = ANY(?) ORDER BY section, place, id", new Object[] {ids})
                .rows(row -> entry(scope.tenant(), row));
    }

    @Override
    public List<StoredFaqEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        Sql sql = select(tx, scope);
        if (after != null) {
            sql.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, id LIMIT ?", limit).rows(row -> entry(scope.tenant(), row));
    }

    private Sql select(Tx tx, Scope scope) {
        String columns = "SELECT id, section, place, state, version, changed_at, content FROM @faq_entry";
        return within(scope, db.sql(tx, columns));
    }

    /** What {@link StoredFaqEntry#label()} is decided by. */
    private static Sql within(Scope scope, Sql sql) {
        return sql.and(" WHERE tenant = ?", scope.tenant().value())
                .among("state", scope.states().restriction(), state -> state)
                .amongAnyOrAbsent("audiences", scope.audiences().restriction(), Audience::token);
    }

    private @Nullable Object[] values(StoredFaqEntry entry) {
        return new @Nullable Object[] {
            entry.place().section().value(),
            entry.place().position(),
            entry.state().label(),
            entry.content().audiences().stream().map(Audience::token).toArray(String[]::new),
            entry.version(),
            entry.changedAt(),
            db.json().bytes(entry.content())
        };
    }

    private static StoredFaqEntry entry(TenantId tenant, Row row) throws SQLException {
        return new StoredFaqEntry(
                tenant,
                FaqEntryId.of(row.uuid("id")),
                new StoredFaqEntry.Place(FaqSectionId.of(row.uuid("section")), row.integer("place")),
                state(row.text("state")),
                row.json("content", FaqContent.class),
                row.number("version"),
                row.instant("changed_at"));
    }

    private static FaqEntryState state(String label) {
        return Arrays.stream(FaqEntryState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
