// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries in memory. */
final class MemoryFaqEntryStore implements FaqEntryStore {
    private static final Comparator<Key> BY_ID =
            Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id);
    private static final Comparator<StoredFaqEntry> IN_ORDER = Comparator.comparing(
                    (StoredFaqEntry entry) -> entry.place().section().toString())
            .thenComparing(entry -> entry.place().position())
            .thenComparing(entry -> entry.id().toString());

    private final MemoryTable<Key, StoredFaqEntry> entries;

    MemoryFaqEntryStore(Memory memory) {
        entries = memory.table("faq.entry", BY_ID);
    }

    @Override
    public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
        return entries.find(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<StoredFaqEntry> findForUpdate(Tx tx, Scope scope, FaqEntryId id) {
        return entries.findForUpdate(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public boolean insert(Tx tx, StoredFaqEntry entry) {
        return entries.insert(tx, Key.of(entry.tenant(), entry.id()), entry);
    }

    @Override
    public boolean update(Tx tx, StoredFaqEntry entry, long expectedVersion) {
        Key key = Key.of(entry.tenant(), entry.id());
        boolean expected = entries.findForUpdate(tx, key)
                .filter(now -> now.version() == expectedVersion)
                .isPresent();
        if (expected) {
            entries.put(tx, key, entry);
        }
        return expected;
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FaqEntryId id) {
        return findForUpdate(tx, scope, id).isPresent() && entries.delete(tx, Key.of(scope.tenant(), id));
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
        return entries.after(tx, new Key(scope.tenant(), id))
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant()))
                .map(Map.Entry::getValue)
                .filter(entry -> scope.covers(entry.label()));
    }

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, FaqEntryId id) {
            return new Key(tenant, id.toString());
        }
    }
}
