// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.tck.faq.FaqRows.ACME;
import static dev.portalblocks.tck.faq.FaqRows.ALL;
import static dev.portalblocks.tck.faq.FaqRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.faq.FaqRows.BROKERS;
import static dev.portalblocks.tck.faq.FaqRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Promises 1, 4, 5, 8 and 9 of {@link FaqEntryStore}, about one entry; part of {@link FaqEntryStoreContract}. */
@ContractOf(FaqEntryStore.class)
public interface FaqEntryWritingContract {
    /** Returns a store without entries, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FaqEntryStore> fixture();

    /** Texts that are mixed up easily, the longest, the largest numbers, instants of all kinds. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWritten() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        FaqPlace place = new FaqPlace(FaqRows.sectionId(random), Integer.MIN_VALUE);
        for (String text : Awkward.texts()) {
            Instant at = FaqRows.instant(random);
            StoredFaqEntry entry = FaqRows.entry(FaqRows.entryId(random), place, text, at);
            insert(store, entry);

            assertThat(find(store, ALL, entry.id())).contains(entry);
        }
        assertThat(find(store, ALL, FaqRows.entryId(random))).isEmpty();
    }

    /** With all its components, and in the transaction that wrote it as well. */
    @Test
    @Promise(1)
    default void findReturnsTheLastWrite() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqEntry first = FaqRows.entry(random);
        StoredFaqEntry second = FaqRows.withdrawn(first).at(new FaqPlace(FaqRows.sectionId(random), 9));
        insert(store, first);
        store.change((tx, entries) -> {
            entries.update(tx, second, 1);
            assertThat(entries.find(tx, ALL, first.id())).contains(second);
        });
        assertThat(find(store, ALL, first.id())).contains(second);
    }

    /** One audience in common is enough, and a draft is for no reader; as every scope says of every entry itself. */
    @Test
    @Promise(1)
    default void findSeesNoFurtherThanTheScope() {
        StoreFixture<FaqEntryStore> store = fixture();
        List<StoredFaqEntry> entries = FaqRows.ofAllSorts(Seed.random());
        entries.forEach(entry -> insert(store, entry));
        for (Scope scope : FaqRows.scopes()) {
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(find(store, scope, entry.id()))
                            .as("%s in %s", entry.id(), scope)
                            .isEqualTo(Optional.of(entry).filter(it -> it.isWithin(scope))));
        }
    }

    /** Neither an older one nor one that is yet to come, nor of an entry that is not there. */
    @Test
    @Promise(4)
    default void anUpdateOfAnotherVersionChangesNothing() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqEntry first = FaqRows.entry(random);
        StoredFaqEntry second = FaqRows.withdrawn(first);
        insert(store, first);
        store.change((tx, entries) -> assertThat(entries.update(tx, second, 1)).isTrue());

        for (long expected : new long[] {0, 1, 3}) {
            boolean updated = store.write((tx, entries) -> entries.update(tx, FaqRows.withdrawn(second), expected));
            assertThat(updated).as("update of version %d", expected).isFalse();
        }
        StoredFaqEntry missing = FaqRows.entry(random);
        boolean updatedMissing = store.write((tx, entries) -> entries.update(tx, missing, 1));

        assertThat(updatedMissing).isFalse();
        assertThat(find(store, ALL, first.id())).contains(second);
        assertThat(find(store, ALL, missing.id())).isEmpty();
    }

    /** A new place is no new version. */
    @Test
    @Promise(4)
    default void anUpdateMayKeepTheVersion() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqEntry entry = FaqRows.entry(random);
        StoredFaqEntry moved = entry.at(new FaqPlace(FaqRows.sectionId(random), 5));
        insert(store, entry);

        boolean updated = store.write((tx, entries) -> entries.update(tx, moved, 1));

        assertThat(updated).isTrue();
        assertThat(find(store, ALL, entry.id())).contains(moved);
    }

    /** The second delete finds nothing; others stay, and the id is free again. */
    @Test
    @Promise(5)
    default void deleteTellsWhetherSomethingWasThere() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqEntry gone = FaqRows.entry(random);
        StoredFaqEntry stays = FaqRows.entry(random);
        insert(store, gone);
        insert(store, stays);

        assertThat(delete(store, ALL, gone.id())).isTrue();
        assertThat(delete(store, ALL, gone.id())).isFalse();

        assertThat(find(store, ALL, gone.id())).isEmpty();
        assertThat(find(store, ALL, stays.id())).contains(stays);
        insert(store, gone);
        assertThat(find(store, ALL, gone.id())).contains(gone);
    }

    /** What is for others, or a draft, stays. */
    @Test
    @Promise(5)
    default void deleteReachesNoFurtherThanTheScope() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        FaqPlace place = new FaqPlace(FaqRows.sectionId(random), 0);
        StoredFaqEntry brokers = FaqRows.entry(FaqRows.entryId(random), place, BROKERS);
        StoredFaqEntry draft = FaqRows.withdrawn(FaqRows.entry(random));
        insert(store, brokers);
        insert(store, draft);
        Scope reader = FaqRows.readerOf(ACME, Audience.PUBLIC);

        assertThat(delete(store, reader, brokers.id())).isFalse();
        assertThat(delete(store, reader, draft.id())).isFalse();

        assertThat(find(store, ALL, brokers.id())).contains(brokers);
        assertThat(find(store, ALL, draft.id())).contains(draft);
    }

    /** For each of the scopes, and entries of all sorts. */
    @Test
    @Promise(5)
    default void deleteReachesWhatTheScopeCovers() {
        StoreFixture<FaqEntryStore> store = fixture();
        for (Scope scope : FaqRows.scopes()) {
            for (StoredFaqEntry entry : FaqRows.ofAllSorts(Seed.random())) {
                insert(store, entry);
                assertThat(delete(store, scope, entry.id()))
                        .as("%s in %s", entry.id(), scope)
                        .isEqualTo(entry.isWithin(scope));
                delete(store, ALL, entry.id());
            }
        }
    }

    /** The same id in both, one of which is changed and deleted. */
    @Test
    @Promise(8)
    default void tenantsNeverMeet() {
        StoreFixture<FaqEntryStore> store = fixture();
        StoredFaqEntry own = FaqRows.entry(Seed.random());
        StoredFaqEntry foreign = FaqRows.of(OTHER, own);
        Set<FaqSectionId> section = Set.of(own.place().section());
        insert(store, foreign);
        assertThat(find(store, ALL, own.id())).isEmpty();
        boolean locked = store.write(
                (tx, entries) -> entries.findForUpdate(tx, ALL, own.id()).isPresent());
        assertThat(locked).isFalse();
        assertThat(delete(store, ALL, own.id())).isFalse();

        insert(store, own);
        store.change((tx, entries) -> entries.update(tx, FaqRows.withdrawn(own), 1));
        assertThat(list(store, ALL)).containsExactly(FaqRows.withdrawn(own));
        List<StoredFaqEntry> inSection = store.read((tx, entries) -> entries.inSections(tx, ALL, section));
        assertThat(inSection).containsExactly(FaqRows.withdrawn(own));
        assertThat(delete(store, ALL, own.id())).isTrue();

        assertThat(find(store, ALL_OF_OTHER, own.id())).contains(foreign);
        assertThat(list(store, ALL_OF_OTHER)).containsExactly(foreign);
    }

    /** An insert, an update and a delete that are taken back. */
    @Test
    @Promise(9)
    default void aRollbackLeavesNothing() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqEntry changed = FaqRows.entry(random);
        StoredFaqEntry deleted = FaqRows.entry(random);
        StoredFaqEntry inserted = FaqRows.entry(random);
        insert(store, changed);
        insert(store, deleted);

        store.rollBack((tx, entries) -> {
            entries.update(tx, FaqRows.withdrawn(changed), 1);
            entries.delete(tx, ALL, deleted.id());
            entries.insert(tx, inserted);
        });

        assertThat(find(store, ALL, changed.id())).contains(changed);
        assertThat(find(store, ALL, deleted.id())).contains(deleted);
        assertThat(find(store, ALL, inserted.id())).isEmpty();
        assertThat(list(store, ALL)).containsExactlyInAnyOrder(changed, deleted);
        insert(store, inserted);
    }

    private static void insert(StoreFixture<FaqEntryStore> store, StoredFaqEntry entry) {
        boolean inserted = store.write((tx, entries) -> entries.insert(tx, entry));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static boolean delete(StoreFixture<FaqEntryStore> store, Scope scope, FaqEntryId id) {
        return store.write((tx, entries) -> entries.delete(tx, scope, id));
    }

    private static Optional<StoredFaqEntry> find(StoreFixture<FaqEntryStore> store, Scope scope, FaqEntryId id) {
        return store.read((tx, entries) -> entries.find(tx, scope, id));
    }

    private static List<StoredFaqEntry> list(StoreFixture<FaqEntryStore> store, Scope scope) {
        return store.read((tx, entries) -> entries.list(tx, scope, null, 10));
    }
}
