// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.spi.StoredVersion;
import dev.portalblocks.docs.spi.VersionStore;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of versions that are right but for one condition. */
final class BrokenVersionStores {
    private BrokenVersionStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements VersionStore {
        final Memory memory = new Memory();
        final VersionStore inner = MemoryVaultStorage.in(memory).versions();

        @Override
        public Optional<StoredVersion> find(Tx tx, Scope scope, DocumentId document, int number) {
            return inner.find(tx, scope, document, number);
        }

        @Override
        public boolean insert(Tx tx, StoredVersion version) {
            return inner.insert(tx, version);
        }

        @Override
        public List<StoredVersion> list(Tx tx, Scope scope, DocumentId document, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, document, after, limit);
        }

        @Override
        public int deleteAll(Tx tx, Scope scope, DocumentId document) {
            return inner.deleteAll(tx, scope, document);
        }

        StoreFixture<VersionStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Shows also what is another customer's. */
    @Breaks(1)
    static final class FindsBeyondTheScope implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredVersion> find(Tx tx, Scope scope, DocumentId document, int number) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()), document, number);
                }
            }.fixture();
        }
    }

    /** A number that is taken seems to be free. */
    @Breaks(2)
    static final class AlwaysSaysYes implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredVersion version) {
                    super.insert(tx, version);
                    return true;
                }
            }.fixture();
        }
    }

    /** Nine comes before ten. */
    @Breaks(3)
    static final class SortsAsText implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                @Override
                public List<StoredVersion> list(
                        Tx tx, Scope scope, DocumentId document, @Nullable Keyset after, int limit) {
                    return after != null
                            ? super.list(tx, scope, document, after, limit)
                            : super.list(tx, scope, document, null, Integer.MAX_VALUE).stream()
                                    .sorted(Comparator.comparing((StoredVersion version) -> Integer.toString(
                                                    version.version().number()))
                                            .reversed())
                                    .limit(limit)
                                    .toList();
                }
            }.fixture();
        }
    }

    /** Lists also what is another customer's. */
    @Breaks(3)
    static final class ListsBeyondTheScope implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                @Override
                public List<StoredVersion> list(
                        Tx tx, Scope scope, DocumentId document, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), document, after, limit);
                }
            }.fixture();
        }
    }

    /** Removes also what is another customer's. */
    @Breaks(4)
    static final class DeletesBeyondTheScope implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                @Override
                public int deleteAll(Tx tx, Scope scope, DocumentId document) {
                    return super.deleteAll(tx, Scope.wholeTenant(scope.tenant()), document);
                }
            }.fixture();
        }
    }

    /** Removes all, and says that it was one. */
    @Breaks(4)
    static final class CountsWrongly implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                @Override
                public int deleteAll(Tx tx, Scope scope, DocumentId document) {
                    return Math.min(1, super.deleteAll(tx, scope, document));
                }
            }.fixture();
        }
    }

    /** What a tenant lacks is taken from the other one. */
    @Breaks(5)
    static final class LooksIntoTheOtherTenant implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredVersion> find(Tx tx, Scope scope, DocumentId document, int number) {
                    return super.find(tx, scope, document, number)
                            .or(() -> super.find(tx, VaultRows.ALL_OF_OTHER, document, number));
                }
            }.fixture();
        }
    }

    /** A removal is remembered beside the transaction. */
    @Breaks(6)
    static final class DeletesForGood implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return new Right() {
                private final Set<String> deleted = ConcurrentHashMap.newKeySet();

                @Override
                public int deleteAll(Tx tx, Scope scope, DocumentId document) {
                    int count = super.deleteAll(tx, scope, document);
                    if (count > 0) {
                        deleted.add(scope.tenant() + "/" + document);
                    }
                    return count;
                }

                @Override
                public Optional<StoredVersion> find(Tx tx, Scope scope, DocumentId document, int number) {
                    return super.find(tx, scope, document, number)
                            .filter(found -> !deleted.contains(scope.tenant() + "/" + document));
                }
            }.fixture();
        }
    }
}
