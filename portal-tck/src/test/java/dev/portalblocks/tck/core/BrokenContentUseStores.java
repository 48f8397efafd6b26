// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentUse;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.content.memory.MemoryContentUseStore;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of uses that are right but for one condition. */
final class BrokenContentUseStores {
    private BrokenContentUseStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ContentUseStore {
        final Memory memory = new Memory();
        final ContentUseStore inner = new MemoryContentUseStore(memory);

        @Override
        public boolean add(Tx tx, ContentUse use) {
            return inner.add(tx, use);
        }

        @Override
        public boolean remove(Tx tx, ContentUse use) {
            return inner.remove(tx, use);
        }

        @Override
        public boolean isUsed(Tx tx, TenantId tenant, ContentRef ref) {
            return inner.isUsed(tx, tenant, ref);
        }

        StoreFixture<ContentUseStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** An "insert or ignore" whose count nobody looks at. */
    @Breaks(1)
    static final class CountsAUseTwice implements ContentUseStoreContract {
        @Override
        public StoreFixture<ContentUseStore> fixture() {
            return new Right() {
                @Override
                public boolean add(Tx tx, ContentUse use) {
                    super.add(tx, use);
                    return true;
                }
            }.fixture();
        }
    }

    /** A "delete" whose count nobody looks at. */
    @Breaks(2)
    static final class RemovesWhatIsNotThere implements ContentUseStoreContract {
        @Override
        public StoreFixture<ContentUseStore> fixture() {
            return new Right() {
                @Override
                public boolean remove(Tx tx, ContentUse use) {
                    super.remove(tx, use);
                    return true;
                }
            }.fixture();
        }
    }

    /** Looks whether anybody has ever used them. */
    @Breaks(3)
    static final class NeverForgetsAUse implements ContentUseStoreContract {
        @Override
        public StoreFixture<ContentUseStore> fixture() {
            return new Right() {
                private final Set<ContentRef> removed = ConcurrentHashMap.newKeySet();

                @Override
                public boolean remove(Tx tx, ContentUse use) {
                    boolean wasThere = super.remove(tx, use);
                    if (wasThere && !super.isUsed(tx, use.tenant(), use.ref())) {
                        removed.add(use.ref());
                    }
                    return wasThere;
                }

                @Override
                public boolean isUsed(Tx tx, TenantId tenant, ContentRef ref) {
                    return removed.contains(ref) || super.isUsed(tx, tenant, ref);
                }
            }.fixture();
        }
    }

    /** A column that does not tell upper from lower case. */
    @Breaks(4)
    static final class FoldsTheCaseOfTenants implements ContentUseStoreContract {
        @Override
        public StoreFixture<ContentUseStore> fixture() {
            return new Right() {
                @Override
                public boolean add(Tx tx, ContentUse use) {
                    return super.add(tx, folded(use));
                }

                @Override
                public boolean remove(Tx tx, ContentUse use) {
                    return super.remove(tx, folded(use));
                }

                @Override
                public boolean isUsed(Tx tx, TenantId tenant, ContentRef ref) {
                    return super.isUsed(tx, folded(tenant), ref);
                }
            }.fixture();
        }

        private static ContentUse folded(ContentUse use) {
            return new ContentUse(folded(use.tenant()), use.ref(), use.user());
        }

        private static TenantId folded(TenantId tenant) {
            return TenantId.of(tenant.value().toLowerCase(Locale.ROOT));
        }
    }

    /** Remembers in a cache that no rollback reaches that bytes are used. */
    @Breaks(5)
    static final class RemembersWhatIsRolledBack implements ContentUseStoreContract {
        @Override
        public StoreFixture<ContentUseStore> fixture() {
            return new Right() {
                private final Set<ContentUse> added = ConcurrentHashMap.newKeySet();

                @Override
                public boolean add(Tx tx, ContentUse use) {
                    added.add(use);
                    return super.add(tx, use);
                }

                @Override
                public boolean remove(Tx tx, ContentUse use) {
                    added.remove(use);
                    return super.remove(tx, use);
                }

                @Override
                public boolean isUsed(Tx tx, TenantId tenant, ContentRef ref) {
                    return added.stream()
                            .anyMatch(use ->
                                    use.tenant().equals(tenant) && use.ref().equals(ref));
                }
            }.fixture();
        }
    }
}
