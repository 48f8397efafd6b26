// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import static dev.portalblocks.tck.docs.VaultRows.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
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

/** Promises 2 and 3 of {@link FolderStore}, about two at once; part of {@link FolderStoreContract}. */
@ContractOf(FolderStore.class)
public interface FolderLockingContract {
    /** Returns a store without folders, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FolderStore> fixture();

    /** Who comes second sees what the first one made of it. */
    @Test
    @Promise(2)
    default void aSecondLockWaitsAndSeesTheLatest() {
        StoreFixture<FolderStore> store = fixture();
        StoredFolder folder = VaultRows.folder(Seed.random());
        insert(store, folder);
        try (Companion other = new Companion()) {
            Future<Optional<StoredFolder>> second = store.write((tx, folders) -> {
                assertThat(folders.findForUpdate(tx, ALL, folder.id())).contains(folder);
                Future<Optional<StoredFolder>> begun =
                        other.begins(() -> store.write((t, s) -> s.findForUpdate(t, ALL, folder.id())));
                folders.update(tx, VaultRows.changed(folder), 1);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).contains(VaultRows.changed(folder));
        }
    }

    /** A change of another's comes to light only when the lock is gone. */
    @Test
    @Promise(2)
    default void anUpdateWaitsForTheLock() {
        StoreFixture<FolderStore> store = fixture();
        StoredFolder folder = VaultRows.folder(Seed.random());
        insert(store, folder);
        try (Companion other = new Companion()) {
            Future<Boolean> update = store.write((tx, folders) -> {
                folders.findForUpdate(tx, ALL, folder.id());
                Future<Boolean> begun =
                        other.begins(() -> store.write((t, s) -> s.update(t, VaultRows.changed(folder), 1)));
                assertThat(folders.find(tx, ALL, folder.id())).contains(folder);
                return begun;
            });
            assertThat(Outcome.of(update).orFail()).isTrue();
        }
        assertThat(find(store, ALL, folder.id())).contains(VaultRows.changed(folder));
    }

    /** It is there until the lock is gone. */
    @Test
    @Promise(2)
    default void aDeleteWaitsForTheLock() {
        StoreFixture<FolderStore> store = fixture();
        StoredFolder folder = VaultRows.folder(Seed.random());
        insert(store, folder);
        try (Companion other = new Companion()) {
            Future<Boolean> delete = store.write((tx, folders) -> {
                folders.findForUpdate(tx, ALL, folder.id());
                Future<Boolean> begun = other.begins(() -> store.write((t, s) -> s.delete(t, ALL, folder.id())));
                assertThat(folders.find(tx, ALL, folder.id())).contains(folder);
                return begun;
            });
            assertThat(Outcome.of(delete).orFail()).isTrue();
        }
        assertThat(find(store, ALL, folder.id())).isEmpty();
    }

    /** For each of the scopes, what is each customer's. */
    @Test
    @Promise(2)
    default void aLockReachesWhatTheScopeCovers() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            StoredFolder folder = VaultRows.folder(VaultRows.folderId(random), customer, null, "ordner");
            insert(store, folder);
            for (Scope scope : VaultRows.scopes()) {
                boolean found = store.write((tx, folders) ->
                        folders.findForUpdate(tx, scope, folder.id()).isPresent());
                assertThat(found)
                        .as("%s of %s in %s", folder.id(), customer, scope)
                        .isEqualTo(scope.covers(folder.label()));
            }
        }
    }

    /** The first one stays. */
    @Test
    @Promise(3)
    default void aTakenIdIsRefusedAndWhatIsThereStays() {
        StoreFixture<FolderStore> store = fixture();
        StoredFolder first = VaultRows.folder(Seed.random());
        insert(store, first);

        boolean again = store.write((tx, folders) -> folders.insert(tx, VaultRows.changed(first)));

        assertThat(again).isFalse();
        assertThat(find(store, ALL, first.id())).contains(first);
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofConcurrentInsertsOneIsTrue() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            List<StoredFolder> candidates = new ArrayList<>();
            candidates.add(VaultRows.folder(random));
            for (int runner = 1; runner < 8; runner++) {
                candidates.add(VaultRows.changed(candidates.get(runner - 1)));
            }
            List<Outcome<Boolean>> outcomes =
                    Race.of(8, runner -> store.write((tx, folders) -> folders.insert(tx, candidates.get(runner))));

            List<Integer> winners = IntStream.range(0, 8)
                    .filter(runner -> outcomes.get(runner).orFail())
                    .boxed()
                    .toList();
            assertThat(winners).hasSize(1);
            StoredFolder winner = candidates.get(winners.get(0));
            assertThat(find(store, ALL, winner.id())).contains(winner);
        }
    }

    private static void insert(StoreFixture<FolderStore> store, StoredFolder folder) {
        boolean inserted = store.write((tx, folders) -> folders.insert(tx, folder));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static Optional<StoredFolder> find(StoreFixture<FolderStore> store, Scope scope, FolderId id) {
        return store.read((tx, folders) -> folders.find(tx, scope, id));
    }
}
