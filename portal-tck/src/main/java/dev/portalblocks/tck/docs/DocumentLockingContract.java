// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import static dev.portalblocks.tck.docs.VaultRows.ALL;
import static dev.portalblocks.tck.docs.VaultRows.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 2 and 3 of {@link DocumentStore}, about two at once; part of {@link DocumentStoreContract}. */
@ContractOf(DocumentStore.class)
public interface DocumentLockingContract {
    /** Returns a store without documents, and its domain; asked once, at the beginning of each test. */
    StoreFixture<DocumentStore> fixture();

    /** Who comes second sees what the first one made of it. */
    @Test
    @Promise(2)
    default void aSecondLockWaitsAndSeesTheLatest() {
        StoreFixture<DocumentStore> store = fixture();
        StoredDocument document = VaultRows.document(Seed.random());
        insert(store, document);
        try (Companion other = new Companion()) {
            Future<Optional<StoredDocument>> second = store.write((tx, documents) -> {
                assertThat(documents.findForUpdate(tx, ALL, document.id())).contains(document);
                Future<Optional<StoredDocument>> begun =
                        other.begins(() -> store.write((t, s) -> s.findForUpdate(t, ALL, document.id())));
                documents.update(tx, VaultRows.changed(document), 1);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).contains(VaultRows.changed(document));
        }
    }

    /** A change of another's comes to light only when the lock is gone. */
    @Test
    @Promise(2)
    default void anUpdateWaitsForTheLock() {
        StoreFixture<DocumentStore> store = fixture();
        StoredDocument document = VaultRows.document(Seed.random());
        insert(store, document);
        try (Companion other = new Companion()) {
            Future<Boolean> update = store.write((tx, documents) -> {
                documents.findForUpdate(tx, ALL, document.id());
                Future<Boolean> begun =
                        other.begins(() -> store.write((t, s) -> s.update(t, VaultRows.changed(document), 1)));
                assertThat(documents.find(tx, ALL, document.id())).contains(document);
                return begun;
            });
            assertThat(Outcome.of(update).orFail()).isTrue();
        }
        assertThat(find(store, ALL, document.id())).contains(VaultRows.changed(document));
    }

    /** It is there until the lock is gone. */
    @Test
    @Promise(2)
    default void aDeleteWaitsForTheLock() {
        StoreFixture<DocumentStore> store = fixture();
        StoredDocument document = VaultRows.document(Seed.random());
        insert(store, document);
        try (Companion other = new Companion()) {
            Future<Boolean> delete = store.write((tx, documents) -> {
                documents.findForUpdate(tx, ALL, document.id());
                Future<Boolean> begun = other.begins(() -> store.write((t, s) -> s.delete(t, ALL, document.id())));
                assertThat(documents.find(tx, ALL, document.id())).contains(document);
                return begun;
            });
            assertThat(Outcome.of(delete).orFail()).isTrue();
        }
        assertThat(find(store, ALL, document.id())).isEmpty();
    }

    /** For each of the scopes, what is each customer's. */
    @Test
    @Promise(2)
    default void aLockReachesWhatTheScopeCovers() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            StoredDocument document = VaultRows.document(random, customer, null, NOW);
            insert(store, document);
            for (Scope scope : VaultRows.scopes()) {
                boolean found = store.write((tx, documents) ->
                        documents.findForUpdate(tx, scope, document.id()).isPresent());
                assertThat(found)
                        .as("%s of %s in %s", document.id(), customer, scope)
                        .isEqualTo(scope.covers(document.label()));
            }
        }
    }

    /** The first one stays. */
    @Test
    @Promise(3)
    default void aTakenIdIsRefusedAndWhatIsThereStays() {
        StoreFixture<DocumentStore> store = fixture();
        StoredDocument first = VaultRows.document(Seed.random());
        insert(store, first);

        boolean again = store.write((tx, documents) -> documents.insert(tx, VaultRows.changed(first)));

        assertThat(again).isFalse();
        assertThat(find(store, ALL, first.id())).contains(first);
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofConcurrentInsertsOneIsTrue() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            List<StoredDocument> candidates = new ArrayList<>();
            candidates.add(VaultRows.document(random));
            for (int runner = 1; runner < 8; runner++) {
                candidates.add(VaultRows.changed(candidates.get(runner - 1)));
            }
            List<Outcome<Boolean>> outcomes =
                    Race.of(8, runner -> store.write((tx, documents) -> documents.insert(tx, candidates.get(runner))));

            List<Integer> winners = IntStream.range(0, 8)
                    .filter(runner -> outcomes.get(runner).orFail())
                    .boxed()
                    .toList();
            assertThat(winners).hasSize(1);
            StoredDocument winner = candidates.get(winners.get(0));
            assertThat(find(store, ALL, winner.id())).contains(winner);
        }
    }

    private static void insert(StoreFixture<DocumentStore> store, StoredDocument document) {
        boolean inserted = store.write((tx, documents) -> documents.insert(tx, document));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static Optional<StoredDocument> find(StoreFixture<DocumentStore> store, Scope scope, DocumentId id) {
        return store.read((tx, documents) -> documents.find(tx, scope, id));
    }
}
