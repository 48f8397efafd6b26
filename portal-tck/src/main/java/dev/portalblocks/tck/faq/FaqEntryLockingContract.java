// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.tck.faq.FaqRows.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 2 and 3 of {@link FaqEntryStore}, about two at once; part of {@link FaqEntryStoreContract}. */
@ContractOf(FaqEntryStore.class)
public interface FaqEntryLockingContract {
    /** Returns a store without entries, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FaqEntryStore> fixture();

    /** The lock looks with the same eyes. */
    @Test
    @Promise(2)
    default void findForUpdateSeesNoFurtherThanTheScope() {
        StoreFixture<FaqEntryStore> store = fixture();
        List<StoredFaqEntry> entries = FaqRows.ofAllSorts(Seed.random());
        entries.forEach(entry -> insert(store, entry));
        for (Scope scope : FaqRows.scopes()) {
            assertThat(entries).allSatisfy(entry -> {
                Optional<StoredFaqEntry> found = store.write((tx, s) -> s.findForUpdate(tx, scope, entry.id()));
                assertThat(found)
                        .as("%s in %s", entry.id(), scope)
                        .isEqualTo(Optional.of(entry).filter(it -> it.isWithin(scope)));
            });
        }
    }

    /** Who comes second sees what the first one made of it. */
    @Test
    @Promise(2)
    default void aSecondLockWaitsAndSeesTheLatest() {
        StoreFixture<FaqEntryStore> store = fixture();
        StoredFaqEntry entry = FaqRows.entry(Seed.random());
        insert(store, entry);
        try (Companion other = new Companion()) {
            Future<Optional<StoredFaqEntry>> second = store.write((tx, entries) -> {
                assertThat(entries.findForUpdate(tx, ALL, entry.id())).contains(entry);
                Future<Optional<StoredFaqEntry>> begun =
                        other.begins(() -> store.write((t, s) -> s.findForUpdate(t, ALL, entry.id())));
                entries.update(tx, FaqRows.withdrawn(entry), 1);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).contains(FaqRows.withdrawn(entry));
        }
    }

    /** A change of another's comes to light only when the lock is gone. */
    @Test
    @Promise(2)
    default void anUpdateWaitsForTheLock() {
        StoreFixture<FaqEntryStore> store = fixture();
        StoredFaqEntry entry = FaqRows.entry(Seed.random());
        insert(store, entry);
        try (Companion other = new Companion()) {
            Future<Boolean> update = store.write((tx, entries) -> {
                entries.findForUpdate(tx, ALL, entry.id());
                Future<Boolean> begun =
                        other.begins(() -> store.write((t, s) -> s.update(t, FaqRows.withdrawn(entry), 1)));
                assertThat(entries.find(tx, ALL, entry.id())).contains(entry);
                return begun;
            });
            assertThat(Outcome.of(update).orFail()).isTrue();
        }
        assertThat(find(store, ALL, entry.id())).contains(FaqRows.withdrawn(entry));
    }

    /** It is there until the lock is gone. */
    @Test
    @Promise(2)
    default void aDeleteWaitsForTheLock() {
        StoreFixture<FaqEntryStore> store = fixture();
        StoredFaqEntry entry = FaqRows.entry(Seed.random());
        insert(store, entry);
        try (Companion other = new Companion()) {
            Future<Boolean> delete = store.write((tx, entries) -> {
                entries.findForUpdate(tx, ALL, entry.id());
                Future<Boolean> begun = other.begins(() -> store.write((t, s) -> s.delete(t, ALL, entry.id())));
                assertThat(entries.find(tx, ALL, entry.id())).contains(entry);
                return begun;
            });
            assertThat(Outcome.of(delete).orFail()).isTrue();
        }
        assertThat(find(store, ALL, entry.id())).isEmpty();
    }

    /** The first one stays. */
    @Test
    @Promise(3)
    default void aTakenIdIsRefusedAndWhatIsThereStays() {
        StoreFixture<FaqEntryStore> store = fixture();
        StoredFaqEntry first = FaqRows.entry(Seed.random());
        insert(store, first);

        boolean again = store.write((tx, entries) -> entries.insert(tx, FaqRows.withdrawn(first)));

        assertThat(again).isFalse();
        assertThat(find(store, ALL, first.id())).contains(first);
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofConcurrentInsertsOneIsTrue() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            StoredFaqEntry entry = FaqRows.entry(random);
            FaqSectionId section = entry.place().section();
            List<Outcome<Boolean>> outcomes = Race.of(
                    8,
                    runner ->
                            store.write((tx, entries) -> entries.insert(tx, entry.at(new FaqPlace(section, runner)))));

            List<Integer> winners = IntStream.range(0, 8)
                    .filter(runner -> outcomes.get(runner).orFail())
                    .boxed()
                    .toList();
            assertThat(winners).hasSize(1);
            assertThat(find(store, ALL, entry.id())).contains(entry.at(new FaqPlace(section, winners.get(0))));
        }
    }

    private static void insert(StoreFixture<FaqEntryStore> store, StoredFaqEntry entry) {
        boolean inserted = store.write((tx, entries) -> entries.insert(tx, entry));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static Optional<StoredFaqEntry> find(StoreFixture<FaqEntryStore> store, Scope scope, FaqEntryId id) {
        return store.read((tx, entries) -> entries.find(tx, scope, id));
    }
}
