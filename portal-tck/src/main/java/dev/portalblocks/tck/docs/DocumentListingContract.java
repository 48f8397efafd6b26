// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import static dev.portalblocks.tck.docs.VaultRows.ALL;
import static dev.portalblocks.tck.docs.VaultRows.ERIKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises 6 and 7 of {@link DocumentStore}, about lists; part of {@link DocumentStoreContract}. */
@ContractOf(DocumentStore.class)
public interface DocumentListingContract {
    /** Returns a store without documents, and its domain; asked once, at the beginning of each test. */
    StoreFixture<DocumentStore> fixture();

    /** In pages of every size, of each customer, for each of the scopes, at the top and in folders. */
    @Test
    @Promise(6)
    default void aFolderListsWhatStandsInItInPages() {
        StoreFixture<DocumentStore> store = fixture();
        List<StoredDocument> all = insertedOfAllSorts(store);
        List<@Nullable FolderId> places = new ArrayList<>(
                all.stream().map(StoredDocument::folder).distinct().toList());
        places.add(VaultRows.folderId(Seed.random().split()));
        for (Scope scope : VaultRows.scopes()) {
            for (CustomerId customer : VaultRows.customers()) {
                for (FolderId place : places) {
                    List<StoredDocument> expected = expected(
                            all,
                            scope,
                            document ->
                                    document.customer().equals(customer) && Objects.equals(document.folder(), place));
                    for (int limit : new int[] {1, 3, 100}) {
                        assertThat(Pages.walk(
                                        limit,
                                        (after, size) -> inFolder(store, scope, customer, place, after, size),
                                        StoredDocument::place))
                                .as("pages of %d of %s in %s, in %s", limit, customer, place, scope)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    /** A document that is moved stands in its new place at once, and no longer in its old one. */
    @Test
    @Promise(6)
    default void aFolderFollowsAMove() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredDocument document = VaultRows.document(random);
        FolderId target = VaultRows.folderId(random);
        StoredDocument moved = document.in(target, VaultRows.NOW);
        store.change((tx, documents) -> documents.insert(tx, document));
        store.change((tx, documents) -> documents.update(tx, moved, 1));

        assertThat(inFolder(store, ALL, ERIKA, target, null, 10)).containsExactly(moved);
        assertThat(inFolder(store, ALL, ERIKA, null, null, 10)).isEmpty();
    }

    /** Wherever they stand, in pages of every size, of each customer, for each of the scopes. */
    @Test
    @Promise(7)
    default void allAreListedInPages() {
        StoreFixture<DocumentStore> store = fixture();
        List<StoredDocument> all = insertedOfAllSorts(store);
        for (Scope scope : VaultRows.scopes()) {
            for (CustomerId customer : VaultRows.customers()) {
                List<StoredDocument> expected =
                        expected(all, scope, document -> document.customer().equals(customer));
                for (int limit : new int[] {1, 2, 7, 100}) {
                    assertThat(Pages.walk(
                                    limit,
                                    (after, size) -> list(store, scope, customer, after, size),
                                    StoredDocument::place))
                            .as("pages of %d of %s in %s", limit, customer, scope)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** What stood before the page, and what stands in it, may go meanwhile. */
    @Test
    @Promise(7)
    default void aPageFollowsAlsoWhatWasDeleted() {
        StoreFixture<DocumentStore> store = fixture();
        List<StoredDocument> sorted = erikasInOrder(store);
        store.change((tx, documents) -> {
            for (int gone : new int[] {0, 2, 4}) {
                documents.delete(tx, ALL, sorted.get(gone).id());
            }
        });

        Keyset anchor = sorted.get(2).place();
        assertThat(list(store, ALL, ERIKA, anchor, 2)).containsExactly(sorted.get(3), sorted.get(5));
    }

    /** Another name, other bytes, another folder, new documents: who pages meets each one once all the same. */
    @Test
    @Promise(7)
    default void changesDoNotShiftPages() {
        StoreFixture<DocumentStore> store = fixture();
        SplittableRandom random = Seed.random().split();
        List<StoredDocument> sorted = erikasInOrder(store);
        List<StoredDocument> seen = Pages.walk(
                2,
                (after, size) -> list(store, ALL, ERIKA, after, size),
                StoredDocument::place,
                number -> store.change((tx, documents) -> {
                    StoredDocument first =
                            documents.find(tx, ALL, sorted.get(0).id()).orElseThrow();
                    documents.update(tx, VaultRows.changed(first), first.version());
                    documents.insert(
                            tx,
                            VaultRows.document(
                                    random, ERIKA, null, sorted.get(0).addedAt()));
                }));

        assertThat(seen)
                .extracting(StoredDocument::id)
                .containsSubsequence(sorted.stream().map(StoredDocument::id).toList())
                .doesNotHaveDuplicates();
    }

    private static List<StoredDocument> insertedOfAllSorts(StoreFixture<DocumentStore> store) {
        SplittableRandom random = Seed.random();
        List<StoredDocument> all = new ArrayList<>();
        FolderId one = VaultRows.folderId(random);
        FolderId two = VaultRows.folderId(random);
        for (CustomerId customer : VaultRows.customers()) {
            for (Instant addedAt : Awkward.instants()) {
                FolderId folder = random.nextInt(3) == 0 ? null : random.nextBoolean() ? one : two;
                all.add(VaultRows.document(random, customer, folder, addedAt));
                all.add(VaultRows.document(random, customer, folder, addedAt)); // of equal age
            }
        }
        store.change((tx, documents) -> all.forEach(document -> documents.insert(tx, document)));
        return all;
    }

    private static List<StoredDocument> erikasInOrder(StoreFixture<DocumentStore> store) {
        return expected(
                insertedOfAllSorts(store), ALL, document -> document.customer().equals(ERIKA));
    }

    /** Returns those in the order that is promised, computed without the place. */
    private static List<StoredDocument> expected(
            List<StoredDocument> all, Scope scope, Predicate<StoredDocument> wanted) {
        return all.stream()
                .filter(wanted)
                .filter(document -> scope.covers(document.label()))
                .sorted(Comparator.comparing(StoredDocument::addedAt)
                        .reversed()
                        .thenComparing(document -> document.id().toString()))
                .toList();
    }

    private static List<StoredDocument> inFolder(
            StoreFixture<DocumentStore> store,
            Scope scope,
            CustomerId customer,
            @Nullable FolderId folder,
            @Nullable Keyset after,
            int limit) {
        return store.read((tx, documents) -> documents.inFolder(tx, scope, customer, folder, after, limit));
    }

    private static List<StoredDocument> list(
            StoreFixture<DocumentStore> store, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        return store.read((tx, documents) -> documents.list(tx, scope, customer, after, limit));
    }
}
