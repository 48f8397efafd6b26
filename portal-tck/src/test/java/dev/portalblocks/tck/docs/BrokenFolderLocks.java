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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of folders that are right but for one condition of locking or deleting. */
final class BrokenFolderLocks {
    private BrokenFolderLocks() {}

    /** A lock that locks nothing. */
    @Breaks(2)
    static final class LocksNothing implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
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
            return new RightFolderStore() {
                @Override
                public Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id) {
                    return super.findForUpdate(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** Nobody waits. */
    @Breaks(7)
    static final class NeverWaits implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
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
            return new RightFolderStore() {
                @Override
                public void lock(Tx tx, Scope scope, CustomerId customer) {
                    super.lock(tx, scope, VaultRows.ERIKA);
                }
            }.fixture();
        }
    }

    /** What is gone anyway counts as removed. */
    @Breaks(5)
    static final class DeletesWhatIsNotThere implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
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
            return new RightFolderStore() {
                @Override
                public boolean delete(Tx tx, Scope scope, FolderId id) {
                    return super.delete(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** A delete is remembered beside the transaction. */
    @Breaks(9)
    static final class DeletesForGood implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return new RightFolderStore() {
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
