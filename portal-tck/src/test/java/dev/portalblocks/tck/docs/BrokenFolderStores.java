// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of folders that are right but for one condition. */
final class BrokenFolderStores {
    private BrokenFolderStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements FolderStore {
        final Memory memory = new Memory(Duration.ofMillis(800));
        final FolderStore inner = MemoryVaultStorage.in(memory).folders();

        @Override
        public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id) {
            return inner.findForUpdate(tx, scope, id);
        }

        @Override
        public boolean insert(Tx tx, StoredFolder folder) {
            return inner.insert(tx, folder);
        }

        @Override
        public boolean update(Tx tx, StoredFolder folder, long expectedVersion) {
            return inner.update(tx, folder, expectedVersion);
        }

        @Override
        public boolean delete(Tx tx, Scope scope, FolderId id) {
            return inner.delete(tx, scope, id);
        }

        @Override
        public List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer) {
            return inner.list(tx, scope, customer);
        }

        @Override
        public void lock(Tx tx, Scope scope, CustomerId customer) {
            inner.lock(tx, scope, customer);
        }

        StoreFixture<FolderStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Shows also what is another customer's. */
    @Breaks(1)
    static final class FindsBeyondTheScope implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** A name is composed on the way in. */
    @Breaks(1)
    static final class ComposesNames implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredFolder folder) {
                    String composed = Normalizer.normalize(folder.name(), Normalizer.Form.NFC);
                    return super.insert(
                            tx,
                            new StoredFolder(
                                    folder.tenant(),
                                    folder.id(),
                                    folder.customer(),
                                    folder.parent(),
                                    composed,
                                    folder.nameKey(),
                                    folder.version(),
                                    folder.changedAt()));
                }
            }.fixture();
        }
    }

    /** A lock that locks nothing. */
    @Breaks(2)
    static final class LocksNothing implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** Locks also what is another customer's. */
    @Breaks(2)
    static final class LocksBeyondTheScope implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id) {
                    return super.findForUpdate(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** Says no, and puts the new one there all the same. */
    @Breaks(3)
    static final class ReplacesWhatIsThere implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredFolder folder) {
                    boolean inserted = super.insert(tx, folder);
                    if (!inserted && super.delete(tx, Scope.wholeTenant(folder.tenant()), folder.id())) {
                        super.insert(tx, folder);
                    }
                    return inserted;
                }
            }.fixture();
        }
    }

    /** Names that differ in case are one. */
    @Breaks(3)
    static final class IgnoresCase implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredFolder folder) {
                    boolean taken = super.list(tx, Scope.wholeTenant(folder.tenant()), folder.customer()).stream()
                            .filter(other -> Objects.equals(other.parent(), folder.parent()))
                            .anyMatch(other -> other.nameKey().equalsIgnoreCase(folder.nameKey()));
                    return !taken && super.insert(tx, folder);
                }
            }.fixture();
        }
    }

    /** Whatever version is there is replaced. */
    @Breaks(4)
    static final class ReplacesAnyVersion implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredFolder folder, long expectedVersion) {
                    long current = super.find(tx, Scope.wholeTenant(folder.tenant()), folder.id())
                            .map(StoredFolder::version)
                            .orElse(expectedVersion);
                    return super.update(tx, folder, current);
                }
            }.fixture();
        }
    }

    /** A name that was given up stays taken. */
    @Breaks(4)
    static final class KeepsOldNames implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                private final Set<String> old = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredFolder folder) {
                    return !old.contains(name(folder)) && super.insert(tx, folder);
                }

                @Override
                public boolean update(Tx tx, StoredFolder folder, long expectedVersion) {
                    Optional<StoredFolder> before = super.find(tx, Scope.wholeTenant(folder.tenant()), folder.id());
                    boolean updated = super.update(tx, folder, expectedVersion);
                    if (updated && !name(before.orElseThrow()).equals(name(folder))) {
                        old.add(name(before.orElseThrow()));
                    }
                    return updated;
                }

                private String name(StoredFolder folder) {
                    return folder.tenant() + "/" + folder.customer() + "/" + folder.parent() + "/" + folder.nameKey();
                }
            }.fixture();
        }
    }

    /** What is gone anyway counts as removed. */
    @Breaks(5)
    static final class DeletesWhatIsNotThere implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                private final Set<FolderId> gone = ConcurrentHashMap.newKeySet();

                @Override
                public boolean delete(Tx tx, Scope scope, FolderId id) {
                    boolean deleted = super.delete(tx, scope, id);
                    boolean wasThereOnce = !deleted && gone.contains(id);
                    if (deleted) {
                        gone.add(id);
                    }
                    return deleted || wasThereOnce;
                }
            }.fixture();
        }
    }

    /** Removes also what is another customer's. */
    @Breaks(5)
    static final class DeletesBeyondTheScope implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public boolean delete(Tx tx, Scope scope, FolderId id) {
                    return super.delete(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** Ids are sorted by their signed numbers. */
    @Breaks(6)
    static final class SortsByNumbers implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer) {
                    return super.list(tx, scope, customer).stream()
                            .sorted(Comparator.comparing(folder -> folder.id().value()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Lists also what is another customer's. */
    @Breaks(6)
    static final class ListsBeyondTheScope implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), customer);
                }
            }.fixture();
        }
    }

    /** Nobody waits. */
    @Breaks(7)
    static final class NeverWaits implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public void lock(Tx tx, Scope scope, CustomerId customer) {
                    // forgotten
                }
            }.fixture();
        }
    }

    /** All customers wait for one another. */
    @Breaks(7)
    static final class LocksTheTenant implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public void lock(Tx tx, Scope scope, CustomerId customer) {
                    super.lock(tx, scope, VaultRows.ERIKA);
                }
            }.fixture();
        }
    }

    /** What a tenant lacks is taken from the other one. */
    @Breaks(8)
    static final class LooksIntoTheOtherTenant implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
                    return super.find(tx, scope, id).or(() -> super.find(tx, VaultRows.ALL_OF_OTHER, id));
                }
            }.fixture();
        }
    }

    /** A delete is remembered beside the transaction. */
    @Breaks(9)
    static final class DeletesForGood implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new Right() {
                private final Set<String> deleted = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredFolder folder) {
                    deleted.remove(folder.tenant() + "/" + folder.id());
                    return super.insert(tx, folder);
                }

                @Override
                public boolean delete(Tx tx, Scope scope, FolderId id) {
                    boolean there = super.delete(tx, scope, id);
                    if (there) {
                        deleted.add(scope.tenant() + "/" + id);
                    }
                    return there;
                }

                @Override
                public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
                    return super.find(tx, scope, id).filter(found -> !deleted.contains(scope.tenant() + "/" + id));
                }
            }.fixture();
        }
    }
}
