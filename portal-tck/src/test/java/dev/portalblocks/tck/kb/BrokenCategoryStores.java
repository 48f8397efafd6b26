// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores of categories that are right but for one condition. */
final class BrokenCategoryStores {
    private BrokenCategoryStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    static class Right implements CategoryStore {
        final Memory memory = new Memory(Duration.ofSeconds(2)); // which a lock too wide is waited for
        final CategoryStore inner = MemoryKnowledgeStorage.in(memory).categories();

        @Override
        public Optional<StoredCategory> find(Tx tx, Scope scope, CategoryId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<StoredCategory> findByKey(Tx tx, Scope scope, @Nullable CategoryId parent, String key) {
            return inner.findByKey(tx, scope, parent, key);
        }

        @Override
        public boolean insert(Tx tx, StoredCategory category) {
            return inner.insert(tx, category);
        }

        @Override
        public boolean update(Tx tx, StoredCategory category) {
            return inner.update(tx, category);
        }

        @Override
        public boolean delete(Tx tx, Scope scope, CategoryId id) {
            return inner.delete(tx, scope, id);
        }

        @Override
        public List<StoredCategory> list(Tx tx, Scope scope) {
            return inner.list(tx, scope);
        }

        @Override
        public void lock(Tx tx, Scope scope) {
            inner.lock(tx, scope);
        }

        StoreFixture<CategoryStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Finds a key in any place when it is not in the one that was asked for. */
    @Breaks(2)
    static final class FindsAKeyElsewhere implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredCategory> findByKey(Tx tx, Scope scope, @Nullable CategoryId parent, String key) {
                    return super.findByKey(tx, scope, parent, key)
                            .or(() -> parent == null ? Optional.empty() : super.findByKey(tx, scope, null, key));
                }
            }.fixture();
        }
    }

    /** A unique index over parent and key, to which two missing parents are two. */
    @Breaks(3)
    static final class TakesKeysTwiceAtTheTop implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredCategory stored) {
                    Scope tenant = Scope.wholeTenant(stored.tenant());
                    Category category = stored.category();
                    boolean isTopWithNewId = category.parent() == null
                            && find(tx, tenant, category.id()).isEmpty();
                    return super.insert(tx, stored) || isTopWithNewId;
                }
            }.fixture();
        }
    }

    /** Lets a second change of one version have its way. */
    @Breaks(4)
    static final class LosesAnUpdate implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredCategory stored) {
                    boolean updated = super.update(tx, stored);
                    Scope tenant = Scope.wholeTenant(stored.tenant());
                    return updated
                            || find(tx, tenant, stored.category().id())
                                    .filter(now -> now.category().version()
                                            == stored.category().version())
                                    .isPresent();
                }
            }.fixture();
        }
    }

    /** Sorts by the UUID, which Java compares as two signed numbers. */
    @Breaks(5)
    static final class SortsByTheNumber implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public List<StoredCategory> list(Tx tx, Scope scope) {
                    return super.list(tx, scope).stream()
                            .sorted(Comparator.comparing(
                                    stored -> stored.category().id().value()))
                            .toList();
                }
            }.fixture();
        }
    }
}
