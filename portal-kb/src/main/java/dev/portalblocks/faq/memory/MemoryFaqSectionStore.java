// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.StoredFaqSection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sections in memory. */
final class MemoryFaqSectionStore implements FaqSectionStore {
    private static final Comparator<Key> BY_ID =
            Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id);
    private static final Comparator<StoredFaqSection> IN_ORDER = Comparator.comparingInt(StoredFaqSection::position)
            .thenComparing(section -> section.id().toString());

    private final MemoryTable<Key, StoredFaqSection> sections;

    MemoryFaqSectionStore(Memory memory) {
        sections = memory.table("faq.section", BY_ID);
    }

    @Override
    public Optional<StoredFaqSection> find(Tx tx, Scope scope, FaqSectionId id) {
        return sections.find(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<StoredFaqSection> findForUpdate(Tx tx, Scope scope, FaqSectionId id) {
        return sections.findForUpdate(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public boolean insert(Tx tx, StoredFaqSection section) {
        return sections.insert(tx, Key.of(section.tenant(), section.id()), section);
    }

    @Override
    public boolean update(Tx tx, StoredFaqSection section, long expectedVersion) {
        Key key = Key.of(section.tenant(), section.id());
        boolean expected = sections.findForUpdate(tx, key)
                .filter(now -> now.version() == expectedVersion)
                .isPresent();
        if (expected) {
            sections.put(tx, key, section);
        }
        return expected;
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FaqSectionId id) {
        return findForUpdate(tx, scope, id).isPresent() && sections.delete(tx, Key.of(scope.tenant(), id));
    }

    @Override
    public List<StoredFaqSection> list(Tx tx, Scope scope) {
        return sections.from(tx, new Key(scope.tenant(), ""))
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant()))
                .map(Map.Entry::getValue)
                .filter(section -> scope.covers(section.label()))
                .sorted(IN_ORDER)
                .toList();
    }

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, FaqSectionId id) {
            return new Key(tenant, id.toString());
        }
    }
}
