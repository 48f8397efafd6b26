// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import static dev.portalblocks.tck.docs.VaultRows.ACME;
import static dev.portalblocks.tck.docs.VaultRows.ALL;
import static dev.portalblocks.tck.docs.VaultRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.docs.VaultRows.ERIKA;
import static dev.portalblocks.tck.docs.VaultRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.spi.StoredVersion;
import dev.portalblocks.docs.spi.VersionStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The promises of {@link VersionStore}: implement it in a test class and return the store to be tested. */
@ContractOf(VersionStore.class)
public interface VersionStoreContract {
    /** Returns a store without versions, and its domain; asked once, at the beginning of each test. */
    StoreFixture<VersionStore> fixture();

    /** The smallest and the largest of everything, restored or not. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasInserted() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (Actor.Kind kind : Actor.Kind.values()) {
            for (int number : new int[] {1, 2, 9, 10, 1_000, Integer.MAX_VALUE}) {
                Instant at = VaultRows.instant(random);
                StoredVersion version = new StoredVersion(
                        ACME,
                        VaultRows.documentId(random),
                        VaultRows.customer(random),
                        new DocumentVersion(
                                number,
                                ContentRef.of(Seed.uuid(random)),
                                number == 1 ? 0 : Long.MAX_VALUE,
                                "f".repeat(64),
                                "application/x-" + "a".repeat(86),
                                at,
                                kind,
                                random.nextBoolean() ? null : Integer.valueOf(number)));
                insert(store, version);

                assertThat(find(store, ALL, version.document(), number)).contains(version);
                assertThat(find(store, ALL, version.document(), number - 1)).isEmpty();
            }
        }
    }

    /** For each of the scopes, what is each customer's. */
    @Test
    @Promise(1)
    default void findSeesWhatTheScopeCovers() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            StoredVersion version = VaultRows.version(random, VaultRows.documentId(random), customer, 1);
            insert(store, version);
            for (Scope scope : VaultRows.scopes()) {
                assertThat(find(store, scope, version.document(), 1).isPresent())
                        .as("of %s in %s", customer, scope)
                        .isEqualTo(scope.covers(version.label()));
            }
        }
    }

    /** The first one stays. */
    @Test
    @Promise(2)
    default void aTakenNumberIsRefusedAndWhatIsThereStays() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredVersion first = VaultRows.version(random, VaultRows.documentId(random), ERIKA, 1);
        insert(store, first);

        StoredVersion second = VaultRows.version(random, first.document(), ERIKA, 1);
        boolean again = store.write((tx, versions) -> versions.insert(tx, second));

        assertThat(again).isFalse();
        assertThat(find(store, ALL, first.document(), 1)).contains(first);
    }

    /** Eight at once. */
    @Test
    @Promise(2)
    default void ofConcurrentInsertsOneIsTrue() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            DocumentId document = VaultRows.documentId(random);
            List<StoredVersion> candidates = new ArrayList<>();
            for (int runner = 0; runner < 8; runner++) {
                candidates.add(VaultRows.version(random, document, ERIKA, 7));
            }
            List<Outcome<Boolean>> outcomes =
                    Race.of(8, runner -> store.write((tx, versions) -> versions.insert(tx, candidates.get(runner))));

            List<StoredVersion> winners = new ArrayList<>();
            for (int runner = 0; runner < 8; runner++) {
                if (outcomes.get(runner).orFail()) {
                    winners.add(candidates.get(runner));
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(find(store, ALL, document, 7)).contains(winners.get(0));
        }
    }

    /** In pages of every size, for each of the scopes; ten comes before nine. */
    @Test
    @Promise(3)
    default void listReturnsTheLatestFirstInPages() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            DocumentId document = VaultRows.documentId(random);
            List<StoredVersion> versions = inserted(store, document, customer);
            List<StoredVersion> sorted = versions.stream()
                    .sorted(Comparator.comparing(version -> -version.version().number()))
                    .toList();
            for (Scope scope : VaultRows.scopes()) {
                List<StoredVersion> expected = scope.covers(sorted.get(0).label()) ? sorted : List.<StoredVersion>of();
                for (int limit : new int[] {1, 2, 5, 100}) {
                    assertThat(Pages.walk(
                                    limit,
                                    (after, size) -> list(store, scope, document, after, size),
                                    version ->
                                            VersionStore.place(version.version().number())))
                            .as("pages of %d of %s in %s", limit, customer, scope)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Whoever is between two pages is not disturbed. */
    @Test
    @Promise(3)
    default void aNewVersionDoesNotShiftPages() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        DocumentId document = VaultRows.documentId(random);
        inserted(store, document, ERIKA);
        insert(store, VaultRows.version(random, document, ERIKA, 2_000_000));

        assertThat(list(store, ALL, document, VersionStore.place(10), 2))
                .extracting(version -> version.version().number())
                .containsExactly(9, 8);
        assertThat(list(store, ALL, document, VersionStore.place(500), 1))
                .as("behind one that is not there")
                .extracting(version -> version.version().number())
                .containsExactly(11);
    }

    /** All of one document, and none of another. */
    @Test
    @Promise(4)
    default void deleteAllRemovesOneDocumentsVersions() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        DocumentId gone = VaultRows.documentId(random);
        DocumentId stays = VaultRows.documentId(random);
        int count = inserted(store, gone, ERIKA).size();
        inserted(store, stays, ERIKA);

        assertThat(deleteAll(store, ALL, gone)).isEqualTo(count);
        assertThat(deleteAll(store, ALL, gone)).isZero();

        assertThat(list(store, ALL, gone, null, 100)).isEmpty();
        assertThat(find(store, ALL, gone, 1)).isEmpty();
        assertThat(list(store, ALL, stays, null, 100)).hasSize(count);
    }

    /** What the scope does not cover is not there to be removed. */
    @Test
    @Promise(4)
    default void deleteAllReachesWhatTheScopeCovers() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            for (Scope scope : VaultRows.scopes()) {
                StoredVersion version = VaultRows.version(random, VaultRows.documentId(random), customer, 1);
                insert(store, version);
                int expected = scope.covers(version.label()) ? 1 : 0;

                assertThat(deleteAll(store, scope, version.document()))
                        .as("%s in %s", customer, scope)
                        .isEqualTo(expected);
                assertThat(list(store, ALL, version.document(), null, 100)).hasSize(1 - expected);
            }
        }
    }

    /** The same document in both, one of which is removed. */
    @Test
    @Promise(5)
    default void tenantsNeverMeet() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredVersion own = VaultRows.version(random, VaultRows.documentId(random), ERIKA, 1);
        StoredVersion foreign = new StoredVersion(OTHER, own.document(), ERIKA, VaultRows.version(random, 1));
        insert(store, foreign);
        assertThat(find(store, ALL, own.document(), 1)).isEmpty();
        assertThat(list(store, ALL, own.document(), null, 10)).isEmpty();
        assertThat(deleteAll(store, ALL, own.document())).isZero();

        insert(store, own);
        assertThat(find(store, ALL, own.document(), 1)).contains(own);
        assertThat(deleteAll(store, ALL, own.document())).isEqualTo(1);

        assertThat(list(store, ALL_OF_OTHER, own.document(), null, 10)).containsExactly(foreign);
    }

    /** An insert and a removal that are taken back. */
    @Test
    @Promise(6)
    default void aRollbackLeavesNothing() {
        StoreFixture<VersionStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredVersion deleted = VaultRows.version(random, VaultRows.documentId(random), ERIKA, 1);
        StoredVersion inserted = VaultRows.version(random, VaultRows.documentId(random), ERIKA, 1);
        insert(store, deleted);

        store.rollBack((tx, versions) -> {
            versions.insert(tx, inserted);
            versions.deleteAll(tx, ALL, deleted.document());
        });

        assertThat(find(store, ALL, deleted.document(), 1)).contains(deleted);
        assertThat(list(store, ALL, deleted.document(), null, 10)).containsExactly(deleted);
        assertThat(find(store, ALL, inserted.document(), 1)).isEmpty();
        insert(store, inserted);
    }

    private static List<StoredVersion> inserted(
            StoreFixture<VersionStore> store, DocumentId document, CustomerId customer) {
        SplittableRandom random = Seed.random();
        List<StoredVersion> versions = new ArrayList<>();
        for (int number : new int[] {3, 1, 2, 10, 8, 9, 11, 100_000, 1_000}) {
            versions.add(VaultRows.version(random, document, customer, number));
        }
        store.change((tx, s) -> versions.forEach(version -> s.insert(tx, version)));
        return versions;
    }

    private static void insert(StoreFixture<VersionStore> store, StoredVersion version) {
        boolean inserted = store.write((tx, versions) -> versions.insert(tx, version));
        assertThat(inserted).as("the number is free").isTrue();
    }

    private static Optional<StoredVersion> find(
            StoreFixture<VersionStore> store, Scope scope, DocumentId document, int number) {
        return store.read((tx, versions) -> versions.find(tx, scope, document, number));
    }

    private static List<StoredVersion> list(
            StoreFixture<VersionStore> store, Scope scope, DocumentId document, @Nullable Keyset after, int limit) {
        return store.read((tx, versions) -> versions.list(tx, scope, document, after, limit));
    }

    private static int deleteAll(StoreFixture<VersionStore> store, Scope scope, DocumentId document) {
        return store.write((tx, versions) -> versions.deleteAll(tx, scope, document));
    }
}
