// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import static dev.portalblocks.tck.docs.VaultRows.ALL;
import static dev.portalblocks.tck.docs.VaultRows.ERIKA;
import static dev.portalblocks.tck.docs.VaultRows.NOW;
import static dev.portalblocks.tck.docs.VaultRows.OTTO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link FolderStore} promises of names and trees, in 3 to 7; part of {@link FolderStoreContract}. */
@ContractOf(FolderStore.class)
public interface FolderTreeContract {
    /** Returns a store without folders, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FolderStore> fixture();

    /** At the top and further down; what differs at all differs. */
    @Test
    @Promise(3)
    default void aKeyIsTakenAmongSiblingsOnly() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        FolderId parent = VaultRows.folderId(random);
        for (String key : Awkward.texts()) {
            for (CustomerId customer : List.of(ERIKA, OTTO)) {
                assertThat(insert(store, VaultRows.folder(VaultRows.folderId(random), customer, null, key)))
                        .as("<%s> of %s at the top", key, customer)
                        .isTrue();
                assertThat(insert(store, VaultRows.folder(VaultRows.folderId(random), customer, parent, key)))
                        .as("<%s> of %s in a folder", key, customer)
                        .isTrue();
            }
            StoredFolder top = VaultRows.folder(VaultRows.folderId(random), ERIKA, null, key);
            StoredFolder inside = VaultRows.folder(VaultRows.folderId(random), ERIKA, parent, key);
            assertThat(insert(store, top)).as("<%s> again", key).isFalse();
            assertThat(insert(store, inside)).as("<%s> again", key).isFalse();
            assertThat(list(store, ALL, ERIKA)).doesNotContain(top, inside);
        }
    }

    /** Eight at once, each with an id of its own. */
    @Test
    @Promise(3)
    default void ofConcurrentInsertsOfOneKeyOneIsTrue() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            String key = "ordner " + round;
            List<StoredFolder> folders = new ArrayList<>();
            for (int runner = 0; runner < 8; runner++) {
                folders.add(VaultRows.folder(VaultRows.folderId(random), ERIKA, null, key));
            }
            List<Outcome<Boolean>> outcomes = Race.of(8, runner -> insert(store, folders.get(runner)));

            assertThat(outcomes).extracting(Outcome::orFail).containsOnlyOnce(true);
            assertThat(list(store, ALL, ERIKA)).hasSize(round + 1);
        }
    }

    /** By a new name or by a new place. */
    @Test
    @Promise(4)
    default void anUpdateIntoATakenKeyChangesNothing() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFolder there = VaultRows.folder(random);
        StoredFolder elsewhere = VaultRows.folder(VaultRows.folderId(random), ERIKA, there.id(), there.nameKey());
        StoredFolder sibling = VaultRows.folder(random);
        List.of(there, elsewhere, sibling).forEach(folder -> insert(store, folder));

        boolean moved = store.write((tx, folders) -> folders.update(tx, elsewhere.in(null, NOW), 1));
        boolean named =
                store.write((tx, folders) -> folders.update(tx, sibling.named("Ordner", there.nameKey(), NOW), 1));

        assertThat(moved).isFalse();
        assertThat(named).isFalse();
        assertThat(list(store, ALL, ERIKA)).containsExactlyInAnyOrder(there, elsewhere, sibling);
    }

    /** By another name, by another place; its own one is no obstacle. */
    @Test
    @Promise(4)
    default void aKeyThatWasGivenUpIsFree() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFolder folder = VaultRows.folder(random);
        insert(store, folder);
        StoredFolder renamed = folder.named("Neu", "neu", NOW);
        StoredFolder spelled = renamed.named("NEU", "neu", NOW);
        store.change((tx, folders) -> {
            assertThat(folders.update(tx, renamed, 1)).isTrue();
            assertThat(folders.update(tx, spelled, 2)).isTrue();
        });
        StoredFolder second = VaultRows.folder(VaultRows.folderId(random), ERIKA, null, folder.nameKey());
        assertThat(insert(store, second)).isTrue();
        StoredFolder moved = second.in(folder.id(), NOW);
        store.change((tx, folders) -> assertThat(folders.update(tx, moved, 1)).isTrue());
        assertThat(insert(store, VaultRows.folder(VaultRows.folderId(random), ERIKA, null, folder.nameKey())))
                .isTrue();
        assertThat(list(store, ALL, ERIKA)).contains(spelled, moved).hasSize(3);
    }

    /** A removed folder keeps nobody from its name. */
    @Test
    @Promise(5)
    default void aDeleteFreesTheKey() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFolder folder = VaultRows.folder(random);
        insert(store, folder);
        store.change((tx, folders) -> folders.delete(tx, ALL, folder.id()));

        assertThat(insert(store, VaultRows.folder(VaultRows.folderId(random), ERIKA, null, folder.nameKey())))
                .isTrue();
    }

    /** Eight at once want one name, each with the tree locked. */
    @Test
    @Promise(4)
    default void ofConcurrentUpdatesToOneKeyUnderTheLockOneIsTrue() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            String key = "runde " + round;
            List<StoredFolder> folders = eight(store, random);
            List<Outcome<Boolean>> outcomes = Race.of(
                    8,
                    runner -> store.write((tx, s) -> {
                        s.lock(tx, ALL, ERIKA);
                        return s.update(tx, folders.get(runner).named("Runde", key, NOW), 1);
                    }));

            assertThat(outcomes).extracting(Outcome::orFail).containsOnlyOnce(true);
            assertThat(list(store, ALL, ERIKA))
                    .filteredOn(folder -> folder.nameKey().equals(key))
                    .hasSize(1);
        }
    }

    /** Eight at once want one name, and none has locked the tree. */
    @Test
    @Promise(4)
    default void ofConcurrentUpdatesToOneKeyAtMostOneIsKept() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            String key = "runde " + round;
            List<StoredFolder> folders = eight(store, random);
            List<Outcome<Boolean>> outcomes = Race.of(
                    8,
                    runner -> store.write(
                            (tx, s) -> s.update(tx, folders.get(runner).named("Runde", key, NOW), 1)));

            List<Outcome<Boolean>> kept = outcomes.stream()
                    .filter(outcome ->
                            !(outcome.failure() instanceof PortalException.StorageFailure) && outcome.orFail())
                    .toList();
            assertThat(kept).hasSizeLessThanOrEqualTo(1);
            assertThat(list(store, ALL, ERIKA))
                    .filteredOn(folder -> folder.nameKey().equals(key))
                    .hasSameSizeAs(kept);
        }
    }

    /** Of each customer, for each of the scopes, by the text of the id, which sorts unlike its two signed numbers. */
    @Test
    @Promise(6)
    default void listReturnsWhatTheScopeCoversInOrder() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        List<StoredFolder> all = new ArrayList<>();
        for (CustomerId customer : VaultRows.customers()) {
            for (int i = 0; i < 6; i++) {
                FolderId id = VaultRows.folderId(random);
                FolderId parent = i % 2 == 0 ? null : all.get(all.size() - 1).id();
                all.add(VaultRows.folder(id, customer, parent, "ordner " + i));
                insert(store, all.get(all.size() - 1));
            }
        }
        for (Scope scope : VaultRows.scopes()) {
            for (CustomerId customer : VaultRows.customers()) {
                assertThat(list(store, scope, customer))
                        .as("of %s in %s", customer, scope)
                        .isEqualTo(all.stream()
                                .filter(folder -> folder.customer().equals(customer) && scope.covers(folder.label()))
                                .sorted(Comparator.comparing(
                                        folder -> folder.id().toString()))
                                .toList());
            }
        }
    }

    /** Also of a customer who has no folder; who has waited sees the first one's. */
    @Test
    @Promise(7)
    default void aSecondLockWaitsForTheFirst() {
        StoreFixture<FolderStore> store = fixture();
        StoredFolder folder = VaultRows.folder(Seed.random());
        try (Companion other = new Companion()) {
            Future<List<StoredFolder>> second = store.write((tx, folders) -> {
                folders.lock(tx, ALL, ERIKA);
                Future<List<StoredFolder>> begun = other.begins(() -> store.write((t, s) -> {
                    s.lock(t, ALL, ERIKA);
                    return s.list(t, ALL, ERIKA);
                }));
                folders.insert(tx, folder);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).containsExactly(folder);
        }
    }

    /** Another one, and one of the same number in another tenant. */
    @Test
    @Promise(7)
    default void anotherCustomersLockDoesNotWait() {
        StoreFixture<FolderStore> store = fixture();
        try (Companion other = new Companion()) {
            boolean done = store.write((tx, folders) -> {
                folders.lock(tx, ALL, ERIKA);
                return other.does(() -> store.write((t, s) -> {
                    s.lock(t, ALL, OTTO);
                    s.lock(t, VaultRows.ALL_OF_OTHER, ERIKA);
                    return true;
                }));
            });
            assertThat(done).isTrue();
        }
    }

    private static List<StoredFolder> eight(StoreFixture<FolderStore> store, SplittableRandom random) {
        List<StoredFolder> folders =
                Stream.generate(() -> VaultRows.folder(random)).limit(8).toList();
        folders.forEach(folder -> insert(store, folder));
        return folders;
    }

    private static boolean insert(StoreFixture<FolderStore> store, StoredFolder folder) {
        return store.write((tx, folders) -> folders.insert(tx, folder));
    }

    private static List<StoredFolder> list(StoreFixture<FolderStore> store, Scope scope, CustomerId customer) {
        return store.read((tx, folders) -> folders.list(tx, scope, customer));
    }
}
