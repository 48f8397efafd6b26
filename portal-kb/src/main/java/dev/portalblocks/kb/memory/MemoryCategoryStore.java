// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tree of categories in memory. */
final class MemoryCategoryStore implements CategoryStore {
    private final MemoryTable<Key, StoredCategory> table;
    private final MemoryTable<Place, CategoryId> byKey;
    private final MemoryTable<TenantId, Boolean> locks;

    MemoryCategoryStore(Memory memory) {
        table = memory.table(
                "kb.category",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id));
        byKey = memory.table(
                "kb.category-key",
                Comparator.comparing((Place place) -> place.tenant().value())
                        .thenComparing(Place::parent)
                        .thenComparing(Place::key));
        locks = memory.table("kb.category-lock", Comparator.comparing(TenantId::value));
    }

    @Override
    public Optional<StoredCategory> find(Tx tx, Scope scope, CategoryId id) {
        return table.find(tx, Key.of(scope.tenant(), id));
    }

    @Override
    public Optional<StoredCategory> findByKey(Tx tx, Scope scope, @Nullable CategoryId parent, String key) {
        return byKey.find(tx, Place.of(scope.tenant(), parent, key)).flatMap(id -> find(tx, scope, id));
    }

    @Override
    public boolean insert(Tx tx, StoredCategory stored) {
        Category category = stored.category();
        Key key = Key.of(stored.tenant(), category.id());
        if (table.findForUpdate(tx, key).isPresent()) {
            return false;
        }
        return byKey.insert(tx, Place.of(stored), category.id()) && table.insert(tx, key, stored);
    }

    @Override
    public boolean update(Tx tx, StoredCategory stored) {
        Key key = Key.of(stored.tenant(), stored.category().id());
        Category changed = stored.category();
        Optional<StoredCategory> before = table.findForUpdate(tx, key)
                .filter(now -> now.category().version() == changed.version() - 1
                        && now.category().key().equals(changed.key()));
        boolean fits = before.isPresent() && placed(tx, before.get(), stored);
        if (fits) {
            table.put(tx, key, stored);
        }
        return fits;
    }

    private boolean placed(Tx tx, StoredCategory before, StoredCategory after) {
        Place old = Place.of(before);
        Place next = Place.of(after);
        if (next.equals(old)) {
            return true;
        }
        return byKey.insert(tx, next, after.category().id()) && byKey.delete(tx, old);
    }

    @Override
    public boolean delete(Tx tx, Scope scope, CategoryId id) {
        Key key = Key.of(scope.tenant(), id);
        table.findForUpdate(tx, key).ifPresent(stored -> byKey.delete(tx, Place.of(stored)));
        return table.delete(tx, key);
    }

    @Override
    public List<StoredCategory> list(Tx tx, Scope scope) {
        return table.after(tx, new Key(scope.tenant(), ""))
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void lock(Tx tx, Scope scope) {
        locks.findForUpdate(tx, scope.tenant());
    }

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, CategoryId id) {
            return new Key(tenant, id.toString());
        }
    }

    private record Place(TenantId tenant, String parent, String key) {
        static Place of(StoredCategory stored) {
            Category category = stored.category();
            return of(stored.tenant(), category.parent(), category.key());
        }

        static Place of(TenantId tenant, @Nullable CategoryId parent, String key) {
            return new Place(tenant, parent == null ? "" : parent.toString(), key);
        }
    }
}
