// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of documents that are right but for one condition of locking or deleting. */
final class BrokenDocumentLocks {
    private BrokenDocumentLocks() {}

    /** A lock that locks nothing. */
    @Breaks(2)
    static final class LocksNothing implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public Optional<StoredDocument> findForUpdate(Tx tx, Scope scope, DocumentId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** Locks also what is another customer's. */
    @Breaks(2)
    static final class LocksBeyondTheScope implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public Optional<StoredDocument> findForUpdate(Tx tx, Scope scope, DocumentId id) {
                    return super.findForUpdate(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** What is gone anyway counts as removed. */
    @Breaks(5)
    static final class DeletesWhatIsNotThere implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                private final Set<DocumentId> gone = ConcurrentHashMap.newKeySet();

                @Override
                public boolean delete(Tx tx, Scope scope, DocumentId id) {
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
    static final class DeletesBeyondTheScope implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public boolean delete(Tx tx, Scope scope, DocumentId id) {
                    return super.delete(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** A delete is remembered beside the transaction. */
    @Breaks(9)
    static final class DeletesForGood implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                private final Set<String> deleted = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredDocument document) {
                    deleted.remove(document.tenant() + "/" + document.id());
                    return super.insert(tx, document);
                }

                @Override
                public boolean delete(Tx tx, Scope scope, DocumentId id) {
                    boolean there = super.delete(tx, scope, id);
                    if (there) {
                        deleted.add(scope.tenant() + "/" + id);
                    }
                    return there;
                }

                @Override
                public Optional<StoredDocument> find(Tx tx, Scope scope, DocumentId id) {
                    return super.find(tx, scope, id).filter(found -> !deleted.contains(scope.tenant() + "/" + id));
                }
            }.fixture();
        }
    }
}
