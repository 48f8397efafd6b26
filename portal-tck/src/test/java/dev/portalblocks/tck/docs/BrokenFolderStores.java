// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of folders that are right but for one condition. */
final class BrokenFolderStores {
    private BrokenFolderStores() {}

    /** Shows also what is another customer's. */
    @Breaks(1)
    static final class FindsBeyondTheScope implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
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
            return new RightFolderStore() {
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

    /** Says no, and puts the new one there all the same. */
    @Breaks(3)
    static final class ReplacesWhatIsThere implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
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
            return new RightFolderStore() {
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
            return new RightFolderStore() {
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
            return new RightFolderStore() {
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

    /** Ids are sorted by their signed numbers. */
    @Breaks(6)
    static final class SortsByNumbers implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
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
            return new RightFolderStore() {
                @Override
                public List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), customer);
                }
            }.fixture();
        }
    }

    /** What a tenant lacks is taken from the other one. */
    @Breaks(8)
    static final class LooksIntoTheOtherTenant implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
                @Override
                public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
                    return super.find(tx, scope, id).or(() -> super.find(tx, VaultRows.ALL_OF_OTHER, id));
                }
            }.fixture();
        }
    }
}
