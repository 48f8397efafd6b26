// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries as editors see them, in a table. */
public final class JdbcFaqEntryStore implements FaqEntryStore {
    private static final List<String> WRITTEN = Stream.concat(
                    PartsRows.WRITTEN.stream(), Stream.of("section", "place", "state", "version", "changed_at"))
            .toList();

    private final Database db;

    /** Keeps the entries in this database. */
    public JdbcFaqEntryStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
        return select(tx, scope).and(" AND id = ?", id.value()).first(row -> FaqEntryRows.entry(scope.tenant(), row));
    }

    @Override
    public Optional<StoredFaqEntry> findForUpdate(Tx tx, Scope scope, FaqEntryId id) {
        return select(tx, scope)
                .and(" AND id = ? FOR UPDATE", id.value())
                .first(row -> FaqEntryRows.entry(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredFaqEntry entry) {
        return db.sql(
                        tx,
                        "INSERT INTO @faq_entry (" + String.join(", ", WRITTEN) + ", tenant, id) VALUES (?"
                                + ", ?".repeat(WRITTEN.size() + 1) + ")",
                        values(entry))
                .and("", entry.tenant().value(), entry.id().value())
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredFaqEntry entry, long expectedVersion) {
        return db.sql(tx, "UPDATE @faq_entry SET " + String.join(" = ?, ", WRITTEN) + " = ?", values(entry))
                .and(
                        " WHERE tenant = ? AND id = ?",
                        entry.tenant().value(),
                        entry.id().value())
                .and(" AND version = ?", expectedVersion)
                .changes();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FaqEntryId id) {
        Sql delete = db.sql(
                tx,
                "DELETE FROM @faq_entry a WHERE a.tenant = ?",
                scope.tenant().value());
        return PartsRows.withinBothSides(delete, scope)
                .and(" AND a.id = ?", id.value())
                .changes();
    }

    @Override
    public List<StoredFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections) {
        UUID[] ids = sections.stream().map(FaqSectionId::value).toArray(UUID[]::new);
        return select(tx, scope)
                .and(" AND section = ANY(?) ORDER BY section, place, id", new Object[] {ids})
                .rows(row -> FaqEntryRows.entry(scope.tenant(), row));
    }

    @Override
    public List<StoredFaqEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        Sql sql = select(tx, scope);
        if (after != null) {
            sql.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, id LIMIT ?", limit).rows(row -> FaqEntryRows.entry(scope.tenant(), row));
    }

    private Sql select(Tx tx, Scope scope) {
        return FaqEntryRows.select(db, tx, scope);
    }

    private @Nullable Object[] values(StoredFaqEntry entry) {
        return Stream.concat(
                        Stream.of(FaqEntryRows.PARTS.values(entry.parts(), db.json())),
                        Stream.of(
                                entry.place().section().value(),
                                entry.place().position(),
                                entry.state().label(),
                                entry.version(),
                                entry.changedAt()))
                .toArray();
    }
}
