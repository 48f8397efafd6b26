// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries in memory, as editors see them. */
final class MemoryFaqEntryStore implements FaqEntryStore {
    private static final Comparator<StoredFaqEntry> IN_ORDER = Comparator.comparing(
                    StoredFaqEntry::place, FaqEntryRows.IN_ORDER)
            .thenComparing(entry -> entry.id().toString());

    private final FaqEntryRows rows;

    MemoryFaqEntryStore(FaqEntryRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
        return rows.table().find(tx, FaqEntryRows.Key.of(scope.tenant(), id)).filter(found -> found.isWithin(scope));
    }

    @Override
    public Optional<StoredFaqEntry> findForUpdate(Tx tx, Scope scope, FaqEntryId id) {
        return rows.table()
                .findForUpdate(tx, FaqEntryRows.Key.of(scope.tenant(), id))
                .filter(found -> found.isWithin(scope));
    }

    @Override
    public boolean insert(Tx tx, StoredFaqEntry entry) {
        return rows.table().insert(tx, FaqEntryRows.Key.of(entry.tenant(), entry.id()), entry);
    }

    @Override
    public boolean update(Tx tx, StoredFaqEntry entry, long expectedVersion) {
        FaqEntryRows.Key key = FaqEntryRows.Key.of(entry.tenant(), entry.id());
        boolean expected = rows.table()
                .findForUpdate(tx, key)
                .filter(now -> now.version() == expectedVersion)
                .isPresent();
        if (expected) {
            rows.table().put(tx, key, entry);
        }
        return expected;
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FaqEntryId id) {
        return findForUpdate(tx, scope, id).isPresent()
                && rows.table().delete(tx, FaqEntryRows.Key.of(scope.tenant(), id));
    }

    @Override
    public List<StoredFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections) {
        return behind(tx, scope, "")
                .filter(entry -> sections.contains(entry.place().section()))
                .sorted(IN_ORDER)
                .toList();
    }

    @Override
    public List<StoredFaqEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        return behind(tx, scope, after == null ? "" : after.id()).limit(limit).toList();
    }

    private Stream<StoredFaqEntry> behind(Tx tx, Scope scope, String id) {
        return rows.behind(tx, scope.tenant(), id).filter(entry -> entry.isWithin(scope));
    }
}
