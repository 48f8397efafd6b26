// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.publishing.spi.StoredRevision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Revisions in memory.
 *
 * @param <C> what editors write
 */
public final class MemoryRevisionStore<C extends EditorialContent<C>> implements RevisionStore<C> {
    private static final Keyset FIRST = new Keyset("", "");

    private final MemoryTable<Key, StoredRevision<C>> table;

    /** Keeps the revisions in a table of this name. */
    public MemoryRevisionStore(Memory memory, String name) {
        table = memory.table(
                name,
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(Key::object)
                        .thenComparing(Key::place));
    }

    @Override
    public boolean append(Tx tx, StoredRevision<C> revision) {
        Keyset place = RevisionStore.place(revision.revision().number());
        return table.insert(tx, new Key(revision.tenant(), revision.object(), place), revision);
    }

    @Override
    public Optional<StoredRevision<C>> find(Tx tx, Scope scope, UUID object, long number) {
        return table.find(tx, new Key(scope.tenant(), object, RevisionStore.place(number)))
                .filter(revision -> scope.covers(revision.label()));
    }

    @Override
    public List<StoredRevision<C>> list(Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
        return of(tx, new Key(scope.tenant(), object, after == null ? FIRST : after))
                .map(Map.Entry::getValue)
                .filter(revision -> scope.covers(revision.label()))
                .limit(limit)
                .toList();
    }

    @Override
    public void deleteAllOf(Tx tx, TenantId tenant, UUID object) {
        of(tx, new Key(tenant, object, FIRST)).map(Map.Entry::getKey).toList().forEach(key -> table.delete(tx, key));
    }

    private Stream<Map.Entry<Key, StoredRevision<C>>> of(Tx tx, Key start) {
        return table.after(tx, start)
                .takeWhile(row -> row.getKey().tenant().equals(start.tenant())
                        && row.getKey().object().equals(start.object()));
    }

    private record Key(TenantId tenant, UUID object, Keyset place) {}
}
