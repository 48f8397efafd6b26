// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores of documents that are right but for one condition. */
final class BrokenDocumentStores {
    private BrokenDocumentStores() {}

    /** Shows also what is another customer's. */
    @Breaks(1)
    static final class FindsBeyondTheScope implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public Optional<StoredDocument> find(Tx tx, Scope scope, DocumentId id) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** A name is composed on the way in. */
    @Breaks(1)
    static final class ComposesNames implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public boolean insert(Tx tx, StoredDocument document) {
                    String composed = Normalizer.normalize(document.name(), Normalizer.Form.NFC);
                    return super.insert(
                            tx,
                            new StoredDocument(
                                    document.tenant(),
                                    document.id(),
                                    document.customer(),
                                    document.folder(),
                                    composed,
                                    document.current(),
                                    document.version(),
                                    document.addedAt(),
                                    document.changedAt()));
                }
            }.fixture();
        }
    }

    /** Says no, and puts the new one there all the same. */
    @Breaks(3)
    static final class ReplacesWhatIsThere implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public boolean insert(Tx tx, StoredDocument document) {
                    Scope all = Scope.wholeTenant(document.tenant());
                    boolean inserted = super.insert(tx, document);
                    if (!inserted) {
                        super.update(
                                tx,
                                document,
                                super.find(tx, all, document.id()).orElseThrow().version());
                    }
                    return inserted;
                }
            }.fixture();
        }
    }

    /** Whatever version is there is replaced. */
    @Breaks(4)
    static final class ReplacesAnyVersion implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public boolean update(Tx tx, StoredDocument document, long expectedVersion) {
                    long current = super.find(tx, Scope.wholeTenant(document.tenant()), document.id())
                            .map(StoredDocument::version)
                            .orElse(expectedVersion);
                    return super.update(tx, document, current);
                }
            }.fixture();
        }
    }

    /** The top shows what stands in folders, too. */
    @Breaks(6)
    static final class ShowsEverythingAtTheTop implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public List<StoredDocument> inFolder(
                        Tx tx,
                        Scope scope,
                        CustomerId customer,
                        @Nullable FolderId folder,
                        @Nullable Keyset after,
                        int limit) {
                    return folder == null
                            ? super.list(tx, scope, customer, after, limit)
                            : super.inFolder(tx, scope, customer, folder, after, limit);
                }
            }.fixture();
        }
    }

    /** A folder is looked into after the page was cut. */
    @Breaks(6)
    static final class CutsBeforeItLooks implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public List<StoredDocument> inFolder(
                        Tx tx,
                        Scope scope,
                        CustomerId customer,
                        @Nullable FolderId folder,
                        @Nullable Keyset after,
                        int limit) {
                    return super.list(tx, scope, customer, after, limit).stream()
                            .filter(document -> Objects.equals(document.folder(), folder))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Nothing follows what was deleted. */
    @Breaks(7)
    static final class NeedsTheAnchor implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public List<StoredDocument> list(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    boolean lost = after != null
                            && super.find(
                                            tx,
                                            Scope.wholeTenant(scope.tenant()),
                                            DocumentId.of(UUID.fromString(after.id())))
                                    .isEmpty();
                    return lost ? List.of() : super.list(tx, scope, customer, after, limit);
                }
            }.fixture();
        }
    }

    /** Lists also what is another customer's. */
    @Breaks(7)
    static final class ListsBeyondTheScope implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public List<StoredDocument> list(
                        Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), customer, after, limit);
                }
            }.fixture();
        }
    }

    /** What a tenant lacks is taken from the other one. */
    @Breaks(8)
    static final class LooksIntoTheOtherTenant implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return new RightDocumentStore() {
                @Override
                public Optional<StoredDocument> find(Tx tx, Scope scope, DocumentId id) {
                    return super.find(tx, scope, id).or(() -> super.find(tx, VaultRows.ALL_OF_OTHER, id));
                }
            }.fixture();
        }
    }
}
