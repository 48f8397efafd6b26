// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.StoredFaqSection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Sections in a table. Of a scope the tenant alone decides: a section has nothing else that it bounds. */
public final class JdbcFaqSectionStore implements FaqSectionStore {
    private final Database db;

    /** Keeps the sections in this database. */
    public JdbcFaqSectionStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredFaqSection> find(Tx tx, Scope scope, FaqSectionId id) {
        return select(tx, scope).and(" AND id = ?", id.value()).first(row -> section(scope.tenant(), row));
    }

    @Override
    public Optional<StoredFaqSection> findForUpdate(Tx tx, Scope scope, FaqSectionId id) {
        return select(tx, scope).and(" AND id = ? FOR UPDATE", id.value()).first(row -> section(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredFaqSection section) {
        return db.sql(
                        tx,
                        "INSERT INTO @faq_section (tenant, id, place, version, changed_at, content)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        section.tenant().value(),
                        section.id().value(),
                        section.position(),
                        section.version(),
                        section.changedAt(),
                        db.json().bytes(section.title()))
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredFaqSection section, long expectedVersion) {
        return db.sql(
                        tx,
                        "UPDATE @faq_section SET place = ?, version = ?, changed_at = ?, content = ?",
                        section.position(),
                        section.version(),
                        section.changedAt(),
                        db.json().bytes(section.title()))
                .and(
                        " WHERE tenant = ? AND id = ? AND version = ?",
                        section.tenant().value(),
                        section.id().value(),
                        expectedVersion)
                .changes();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FaqSectionId id) {
        return db.sql(
                        tx,
                        "DELETE FROM @faq_section WHERE tenant = ? AND id = ?",
                        scope.tenant().value(),
                        id.value())
                .changes();
    }

    @Override
    public List<StoredFaqSection> list(Tx tx, Scope scope) {
        return select(tx, scope).and(" ORDER BY place, id").rows(row -> section(scope.tenant(), row));
    }

    private Sql select(Tx tx, Scope scope) {
        return db.sql(
                tx,
                "SELECT id, place, version, changed_at, content FROM @faq_section WHERE tenant = ?",
                scope.tenant().value());
    }

    private static StoredFaqSection section(TenantId tenant, Row row) throws SQLException {
        return new StoredFaqSection(
                tenant,
                FaqSectionId.of(row.uuid("id")),
                row.json("content", LocalizedText.class),
                row.integer("place"),
                row.number("version"),
                row.instant("changed_at"));
    }
}
