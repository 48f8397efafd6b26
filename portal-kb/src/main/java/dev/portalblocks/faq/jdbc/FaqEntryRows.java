// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.JsonType;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.jdbc.PartsRows;
import dev.portalblocks.publishing.model.Revision;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads the one table of entries, which the editors' store and the readers' look at. */
final class FaqEntryRows {
    static final JsonType<Revision<FaqContent>> REVISION = new JsonType<>() {};
    static final PartsRows<FaqContent> PARTS = new PartsRows<>(FaqContent.class, REVISION, new JsonType<>() {});

    private static final String ALL = "id, section, place, state, " + PartsRows.READ + ", version, changed_at";
    private static final String SHOWN = "id, section, place, published, schedule, changed_at";
    private static final String OF_TENANT = " FROM @faq_entry a WHERE a.tenant = ?";

    private FaqEntryRows() {}

    /** Begins a query of entries that {@link StoredFaqEntry#isWithin} admits to the scope. */
    static Sql select(Database db, Tx tx, Scope scope) {
        return PartsRows.withinBothSides(
                db.sql(tx, "SELECT " + ALL + OF_TENANT, scope.tenant().value()), scope);
    }

    /** Begins a query of entries that {@link StoredFaqEntry#publishedLabel} admits to the scope. */
    static Sql published(Database db, Tx tx, Scope scope) {
        return PartsRows.published(
                db.sql(tx, "SELECT " + SHOWN + OF_TENANT, scope.tenant().value()),
                scope,
                FaqEntryState.PUBLISHED.label());
    }

    static StoredFaqEntry entry(TenantId tenant, Row row) throws SQLException {
        return new StoredFaqEntry(
                tenant,
                FaqEntryId.of(row.uuid("id")),
                place(row),
                state(row.text("state")),
                PARTS.parts(row),
                row.number("version"),
                row.instant("changed_at"));
    }

    static PublishedFaqEntry published(Row row) throws SQLException {
        return new PublishedFaqEntry(
                FaqEntryId.of(row.uuid("id")), place(row), PARTS.schedule(row), row.instant("changed_at"));
    }

    private static FaqPlace place(Row row) throws SQLException {
        return new FaqPlace(FaqSectionId.of(row.uuid("section")), row.integer("place"));
    }

    private static FaqEntryState state(String label) {
        return Arrays.stream(FaqEntryState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
