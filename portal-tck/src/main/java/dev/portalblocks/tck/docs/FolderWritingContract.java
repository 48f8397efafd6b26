// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import static dev.portalblocks.tck.docs.VaultRows.ACME;
import static dev.portalblocks.tck.docs.VaultRows.ALL;
import static dev.portalblocks.tck.docs.VaultRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.docs.VaultRows.ERIKA;
import static dev.portalblocks.tck.docs.VaultRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
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

/** Promises 1, 4, 5, 8 and 9 of {@link FolderStore}, about one at a time; part of {@link FolderStoreContract}. */
@ContractOf(FolderStore.class)
public interface FolderWritingContract {
    /** Returns a store without folders, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FolderStore> fixture();

    /** Texts that are mixed up easily, the largest numbers, instants of all kinds. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWritten() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        List<StoredFolder> all = new ArrayList<>();
        for (String text : Awkward.texts()) {
            StoredFolder folder = new StoredFolder(
                    ACME,
                    VaultRows.folderId(random),
                    VaultRows.customer(random),
                    random.nextBoolean() ? null : VaultRows.folderId(random),
                    text,
                    text,
                    Long.MAX_VALUE,
                    VaultRows.instant(random));
            insert(store, folder);
            all.add(folder);
        }
        for (StoredFolder folder : all) {
            assertThat(find(store, ALL, folder.id())).contains(folder);
        }
        assertThat(find(store, ALL, VaultRows.folderId(random))).isEmpty();
    }

    /** With all its components, and in the transaction that wrote it as well. */
    @Test
    @Promise(1)
    default void findReturnsTheLastWrite() {
        StoreFixture<FolderStore> store = fixture();
        StoredFolder first = VaultRows.folder(Seed.random());
        StoredFolder second = VaultRows.changed(first);
        insert(store, first);
        store.change((tx, folders) -> {
            folders.update(tx, second, 1);
            assertThat(folders.find(tx, ALL, first.id())).contains(second);
        });
        assertThat(find(store, ALL, first.id())).contains(second);
    }

    /** For each of the scopes, what is each customer's. */
    @Test
    @Promise(1)
    default void findSeesWhatTheScopeCovers() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            StoredFolder folder = VaultRows.folder(VaultRows.folderId(random), customer, null, "ordner");
            insert(store, folder);
            for (Scope scope : VaultRows.scopes()) {
                assertThat(find(store, scope, folder.id()).isPresent())
                        .as("%s of %s in %s", folder.id(), customer, scope)
                        .isEqualTo(scope.covers(folder.label()));
            }
        }
    }

    /** Neither an older one nor one that is yet to come, nor one that is not there. */
    @Test
    @Promise(4)
    default void anUpdateOfAnotherVersionChangesNothing() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFolder first = VaultRows.folder(random);
        StoredFolder second = VaultRows.changed(first);
        insert(store, first);
        store.change((tx, folders) -> assertThat(folders.update(tx, second, 1)).isTrue());

        for (long expected : new long[] {0, 1, 3}) {
            boolean updated = store.write((tx, folders) -> folders.update(tx, VaultRows.changed(second), expected));
            assertThat(updated).as("update of version %d", expected).isFalse();
        }
        StoredFolder missing = VaultRows.folder(random);
        boolean updatedMissing = store.write((tx, folders) -> folders.update(tx, missing, 1));

        assertThat(updatedMissing).isFalse();
        assertThat(find(store, ALL, first.id())).contains(second);
        assertThat(find(store, ALL, missing.id())).isEmpty();
    }

    /** The second delete finds nothing; others stay, and the id is free again. */
    @Test
    @Promise(5)
    default void deleteTellsWhetherSomethingWasThere() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFolder gone = VaultRows.folder(random);
        StoredFolder stays = VaultRows.folder(random);
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
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (CustomerId customer : VaultRows.customers()) {
            for (Scope scope : VaultRows.scopes()) {
                StoredFolder folder = VaultRows.folder(VaultRows.folderId(random), customer, null, "ordner");
                insert(store, folder);
                assertThat(delete(store, scope, folder.id()))
                        .as("%s in %s", customer, scope)
                        .isEqualTo(scope.covers(folder.label()));
                assertThat(find(store, ALL, folder.id()).isPresent()).isEqualTo(!scope.covers(folder.label()));
                delete(store, ALL, folder.id());
            }
        }
    }

    /** The same id and customer in both, one of which is changed and deleted. */
    @Test
    @Promise(8)
    default void tenantsNeverMeet() {
        StoreFixture<FolderStore> store = fixture();
        StoredFolder own = VaultRows.folder(Seed.random());
        StoredFolder foreign = VaultRows.of(OTHER, own);
        insert(store, foreign);
        assertThat(find(store, ALL, own.id())).isEmpty();
        assertThat(list(store, ALL)).isEmpty();
        assertThat(delete(store, ALL, own.id())).isFalse();
        boolean locked = store.write(
                (tx, folders) -> folders.findForUpdate(tx, ALL, own.id()).isPresent());
        assertThat(locked).isFalse();

        insert(store, own);
        store.change((tx, folders) -> folders.update(tx, VaultRows.changed(own), 1));
        assertThat(list(store, ALL)).containsExactly(VaultRows.changed(own));
        assertThat(delete(store, ALL, own.id())).isTrue();

        assertThat(find(store, ALL_OF_OTHER, own.id())).contains(foreign);
        assertThat(list(store, ALL_OF_OTHER)).containsExactly(foreign);
    }

    /** An insert, an update and a delete that are taken back. */
    @Test
    @Promise(9)
    default void aRollbackLeavesNothing() {
        StoreFixture<FolderStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFolder changed = VaultRows.folder(random);
        StoredFolder deleted = VaultRows.folder(random);
        StoredFolder inserted = VaultRows.folder(random);
        insert(store, changed);
        insert(store, deleted);

        store.rollBack((tx, folders) -> {
            folders.update(tx, VaultRows.changed(changed), 1);
            folders.delete(tx, ALL, deleted.id());
            folders.insert(tx, inserted);
        });

        assertThat(list(store, ALL)).containsExactlyInAnyOrder(changed, deleted);
        assertThat(find(store, ALL, changed.id())).contains(changed);
        assertThat(find(store, ALL, deleted.id())).contains(deleted);
        assertThat(find(store, ALL, inserted.id())).isEmpty();
        insert(store, inserted);
        store.change((tx, folders) -> folders.update(tx, VaultRows.changed(changed), 1));
        assertThat(find(store, ALL, changed.id())).contains(VaultRows.changed(changed));
    }

    private static void insert(StoreFixture<FolderStore> store, StoredFolder folder) {
        boolean inserted = store.write((tx, folders) -> folders.insert(tx, folder));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static Optional<StoredFolder> find(StoreFixture<FolderStore> store, Scope scope, FolderId id) {
        return store.read((tx, folders) -> folders.find(tx, scope, id));
    }

    private static boolean delete(StoreFixture<FolderStore> store, Scope scope, FolderId id) {
        return store.write((tx, folders) -> folders.delete(tx, scope, id));
    }

    private static List<StoredFolder> list(StoreFixture<FolderStore> store, Scope scope) {
        return store.read((tx, folders) -> folders.list(tx, scope, ERIKA));
    }
}
