// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as readers see them: a view of the rows that {@link JdbcFaqEntryStore} writes. */
public final class JdbcPublishedFaqEntryStore implements PublishedFaqEntryStore {
    private final Database db;

    /** Reads the entries in this database. */
    public JdbcPublishedFaqEntryStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<PublishedFaqEntry> find(Tx tx, Scope scope, FaqEntryId id, Instant moment) {
        return PartsRows.shown(published(tx, scope), moment)
                .and(" AND a.id = ?", id.value())
                .first(FaqEntryRows::published);
    }

    @Override
    public List<PublishedFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections, Instant moment) {
        UUID[] ids = sections.stream().map(FaqSectionId::value).toArray(UUID[]::new);
        return PartsRows.shown(published(tx, scope), moment)
                .and(" AND a.section = ANY(?) ORDER BY a.section, a.place, a.id", new Object[] {ids})
                .rows(FaqEntryRows::published);
    }

    @Override
    public Optional<PublishedFaqEntry> findLasting(Tx tx, Scope scope, FaqEntryId id, Instant since) {
        return PartsRows.lasting(published(tx, scope), since)
                .and(" AND a.id = ?", id.value())
                .first(FaqEntryRows::published);
    }

    @Override
    public List<PublishedFaqEntry> listLasting(Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
        Sql sql = PartsRows.lasting(published(tx, scope), since);
        if (after != null) {
            sql.and(" AND a.id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY a.tenant, a.id LIMIT ?", limit).rows(FaqEntryRows::published);
    }

    private Sql published(Tx tx, Scope scope) {
        return FaqEntryRows.published(db, tx, scope);
    }
}
