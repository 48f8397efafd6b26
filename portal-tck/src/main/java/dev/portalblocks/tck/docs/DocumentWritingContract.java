// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import static dev.portalblocks.tck.docs.VaultRows.ACME;
import static dev.portalblocks.tck.docs.VaultRows.ALL;
import static dev.portalblocks.tck.docs.VaultRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.docs.VaultRows.ERIKA;
import static dev.portalblocks.tck.docs.VaultRows.NOW;
import static dev.portalblocks.tck.docs.VaultRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Promises 1, 4, 5, 8 and 9 of {@link DocumentStore}, about one at a time; part of {@link DocumentStoreContract}. */
@ContractOf(DocumentStore.class)
public interface DocumentWritingContract {
    /** Returns a store without documents, and its domain; asked once, at the beginning of each test. */
    StoreFixture<DocumentStore> fixture();

    /** Texts that are mixed up easily, the largest numbers, instants of all kinds. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWritten() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        List<StoredDocument> all = new ArrayList<>();
        for (String text : Awkward.texts()) {
            StoredDocument document = new StoredDocument(
                    ACME,
                    VaultRows.documentId(random),
                    VaultRows.customer(random),
                    random.nextBoolean() ? null : VaultRows.folderId(random),
                    text,
                    VaultRows.version(random, random.nextInt(1, Integer.MAX_VALUE)),
                    Long.MAX_VALUE,
                    VaultRows.instant(random),
                    VaultRows.instant(random));
            insert(store, document);
            all.add(document);
        }
        for (StoredDocument document : all) {
            assertThat(find(store, ALL, document.id())).contains(document);
        }
        assertThat(find(store, ALL, VaultRows.documentId(random))).isEmpty();
    }

    /** With all its components, and in the transaction that wrote it as well. */
    @Test
    @Promise(1)
    default void findReturnsTheLastWrite() {
        StoreFixture<DocumentStore> store = fixture();
        StoredDocument first = VaultRows.document(Seed.random());
        StoredDocument second = VaultRows.changed(first);
        insert(store, first);
        store.change((tx, documents) -> {
            documents.update(tx, second, 1);
            assertThat(documents.find(tx, ALL, first.id())).contains(second);
        });
        assertThat(find(store, ALL, first.id())).contains(second);
    }

    /** For each of the scopes, what is each customer's. */
    @Test
    @Promise(1)
    default void findSeesWhatTheScopeCovers() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            StoredDocument document = VaultRows.document(random, customer, null, NOW);
            insert(store, document);
            for (Scope scope : VaultRows.scopes()) {
                assertThat(find(store, scope, document.id()).isPresent())
                        .as("%s of %s in %s", document.id(), customer, scope)
                        .isEqualTo(scope.covers(document.label()));
            }
        }
    }

    /** Neither an older one nor one that is yet to come, nor one that is not there. */
    @Test
    @Promise(4)
    default void anUpdateOfAnotherVersionChangesNothing() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredDocument first = VaultRows.document(random);
        StoredDocument second = VaultRows.changed(first);
        insert(store, first);
        store.change(
                (tx, documents) -> assertThat(documents.update(tx, second, 1)).isTrue());

        for (long expected : new long[] {0, 1, 3}) {
            boolean updated = store.write((tx, documents) -> documents.update(tx, VaultRows.changed(second), expected));
            assertThat(updated).as("update of version %d", expected).isFalse();
        }
        StoredDocument missing = VaultRows.document(random);
        boolean updatedMissing = store.write((tx, documents) -> documents.update(tx, missing, 1));

        assertThat(updatedMissing).isFalse();
        assertThat(find(store, ALL, first.id())).contains(second);
        assertThat(find(store, ALL, missing.id())).isEmpty();
    }

    /** The second delete finds nothing; others stay, and the id is free again. */
    @Test
    @Promise(5)
    default void deleteTellsWhetherSomethingWasThere() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredDocument gone = VaultRows.document(random);
        StoredDocument stays = VaultRows.document(random);
        insert(store, gone);
        insert(store, stays);

        assertThat(delete(store, ALL, gone.id())).isTrue();
        assertThat(delete(store, ALL, gone.id())).isFalse();

        assertThat(find(store, ALL, gone.id())).isEmpty();
        assertThat(find(store, ALL, stays.id())).contains(stays);
        insert(store, gone);
        assertThat(find(store, ALL, gone.id())).contains(gone);
    }

    /** What the scope does not cover is not there to be removed. */
    @Test
    @Promise(5)
    default void deleteReachesWhatTheScopeCovers() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            for (Scope scope : VaultRows.scopes()) {
                StoredDocument document = VaultRows.document(random, customer, null, VaultRows.NOW);
                insert(store, document);
                assertThat(delete(store, scope, document.id()))
                        .as("%s in %s", customer, scope)
                        .isEqualTo(scope.covers(document.label()));
                assertThat(find(store, ALL, document.id()).isPresent()).isEqualTo(!scope.covers(document.label()));
                delete(store, ALL, document.id());
            }
        }
    }

    /** The same id and customer in both, one of which is changed and deleted. */
    @Test
    @Promise(8)
    default void tenantsNeverMeet() {
        StoreFixture<DocumentStore> store = fixture();
        StoredDocument own = VaultRows.document(Seed.random());
        StoredDocument foreign = VaultRows.of(OTHER, own);
        insert(store, foreign);
        assertThat(find(store, ALL, own.id())).isEmpty();
        assertThat(list(store, ALL)).isEmpty();
        assertThat(store.<List<StoredDocument>>read(
                        (tx, documents) -> documents.inFolder(tx, ALL, own.customer(), own.folder(), null, 10)))
                .isEmpty();
        assertThat(delete(store, ALL, own.id())).isFalse();
        boolean locked = store.write(
                (tx, documents) -> documents.findForUpdate(tx, ALL, own.id()).isPresent());
        assertThat(locked).isFalse();

        insert(store, own);
        store.change((tx, documents) -> documents.update(tx, VaultRows.changed(own), 1));
        assertThat(list(store, ALL)).containsExactly(VaultRows.changed(own));
        assertThat(delete(store, ALL, own.id())).isTrue();

        assertThat(find(store, ALL_OF_OTHER, own.id())).contains(foreign);
        assertThat(list(store, ALL_OF_OTHER)).containsExactly(foreign);
    }

    /** An insert, an update and a delete that are taken back. */
    @Test
    @Promise(9)
    default void aRollbackLeavesNothing() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredDocument changed = VaultRows.document(random);
        StoredDocument deleted = VaultRows.document(random);
        StoredDocument inserted = VaultRows.document(random);
        insert(store, changed);
        insert(store, deleted);

        store.rollBack((tx, documents) -> {
            documents.update(tx, VaultRows.changed(changed), 1);
            documents.delete(tx, ALL, deleted.id());
            documents.insert(tx, inserted);
        });

        assertThat(list(store, ALL)).containsExactlyInAnyOrder(changed, deleted);
        assertThat(find(store, ALL, changed.id())).contains(changed);
        assertThat(find(store, ALL, deleted.id())).contains(deleted);
        assertThat(find(store, ALL, inserted.id())).isEmpty();
        insert(store, inserted);
        store.change((tx, documents) -> documents.update(tx, VaultRows.changed(changed), 1));
        assertThat(find(store, ALL, changed.id())).contains(VaultRows.changed(changed));
    }

    private static void insert(StoreFixture<DocumentStore> store, StoredDocument document) {
        boolean inserted = store.write((tx, documents) -> documents.insert(tx, document));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static Optional<StoredDocument> find(StoreFixture<DocumentStore> store, Scope scope, DocumentId id) {
        return store.read((tx, documents) -> documents.find(tx, scope, id));
    }

    private static boolean delete(StoreFixture<DocumentStore> store, Scope scope, DocumentId id) {
        return store.write((tx, documents) -> documents.delete(tx, scope, id));
    }

    private static List<StoredDocument> list(StoreFixture<DocumentStore> store, Scope scope) {
        return store.read((tx, documents) -> documents.list(tx, scope, ERIKA, null, 100));
    }
}
