// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.kb.BrokenCategoryStores.Right;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of categories that are right but for one condition of moving, deleting or locking. */
final class BrokenCategoryTrees {
    private BrokenCategoryTrees() {}

    /** What stood where a category moves to makes room. */
    @Breaks(4)
    static final class MovesOntoAnother implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredCategory stored) {
                    Scope tenant = Scope.wholeTenant(stored.tenant());
                    Category category = stored.category();
                    findByKey(tx, tenant, category.parent(), category.key())
                            .map(there -> there.category().id())
                            .filter(there -> !there.equals(category.id())
                                    && find(tx, tenant, category.id()).isPresent())
                            .ifPresent(there -> delete(tx, tenant, there));
                    return super.update(tx, stored);
                }
            }.fixture();
        }
    }

    /** A place that was left stays taken. */
    @Breaks(4)
    static final class KeepsOldPlaces implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                private final Set<String> old = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredCategory stored) {
                    return !old.contains(place(stored)) && super.insert(tx, stored);
                }

                @Override
                public boolean update(Tx tx, StoredCategory stored) {
                    Optional<StoredCategory> before = find(
                            tx,
                            Scope.wholeTenant(stored.tenant()),
                            stored.category().id());
                    boolean isUpdated = super.update(tx, stored);
                    if (isUpdated && !place(before.orElseThrow()).equals(place(stored))) {
                        old.add(place(before.orElseThrow()));
                    }
                    return isUpdated;
                }

                private String place(StoredCategory stored) {
                    Category category = stored.category();
                    return stored.tenant() + "/" + category.parent() + "/" + category.key();
                }
            }.fixture();
        }
    }

    /** An update of name and version alone, as it was before categories moved. */
    @Breaks(4)
    static final class StaysWhereItIs implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredCategory stored) {
                    Category changed = stored.category();
                    @Nullable
                    CategoryId parent = find(tx, Scope.wholeTenant(stored.tenant()), changed.id())
                            .map(before -> before.category().parent())
                            .orElse(null);
                    return super.update(
                            tx,
                            new StoredCategory(
                                    stored.tenant(),
                                    new Category(
                                            changed.id(), parent, changed.key(), changed.name(), changed.version())));
                }
            }.fixture();
        }
    }

    /** What is gone anyway counts as deleted. */
    @Breaks(7)
    static final class DeletesWhatIsNotThere implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public boolean delete(Tx tx, Scope scope, CategoryId id) {
                    return super.delete(tx, scope, id) || find(tx, scope, id).isEmpty();
                }
            }.fixture();
        }
    }

    /** What is deleted is only no longer listed. */
    @Breaks(7)
    static final class KeepsTheKeyOfWhatIsGone implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                private final Set<String> gone = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredCategory stored) {
                    return !gone.contains(place(stored)) && super.insert(tx, stored);
                }

                @Override
                public boolean delete(Tx tx, Scope scope, CategoryId id) {
                    find(tx, scope, id).ifPresent(stored -> gone.add(place(stored)));
                    return super.delete(tx, scope, id);
                }

                private String place(StoredCategory stored) {
                    Category category = stored.category();
                    return stored.tenant() + "/" + Objects.toString(category.parent()) + "/" + category.key();
                }
            }.fixture();
        }
    }

    /** Nobody waits. */
    @Breaks(8)
    static final class NeverWaits implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public void lock(Tx tx, Scope scope) {
                    // forgotten
                }
            }.fixture();
        }
    }

    /** All tenants wait for one another. */
    @Breaks(8)
    static final class LocksEverybody implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return new Right() {
                @Override
                public void lock(Tx tx, Scope scope) {
                    super.lock(tx, Articles.ALL);
                }
            }.fixture();
        }
    }
}
