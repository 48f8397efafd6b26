// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.tck.faq.FaqRows.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.StoredFaqSection;
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

/** Promises 2 and 3 of {@link FaqSectionStore}, about two at once; part of {@link FaqSectionStoreContract}. */
@ContractOf(FaqSectionStore.class)
public interface FaqSectionLockingContract {
    /** Returns a store without sections, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FaqSectionStore> fixture();

    /** Who comes second sees what the first one made of it. */
    @Test
    @Promise(2)
    default void aSecondLockWaitsAndSeesTheLatest() {
        StoreFixture<FaqSectionStore> store = fixture();
        StoredFaqSection section = FaqRows.section(FaqRows.sectionId(Seed.random()), 0);
        insert(store, section);
        try (Companion other = new Companion()) {
            Future<Optional<StoredFaqSection>> second = store.write((tx, sections) -> {
                assertThat(sections.findForUpdate(tx, ALL, section.id())).contains(section);
                Future<Optional<StoredFaqSection>> begun =
                        other.begins(() -> store.write((t, s) -> s.findForUpdate(t, ALL, section.id())));
                sections.update(tx, FaqRows.renamed(section), 1);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).contains(FaqRows.renamed(section));
        }
    }

    /** A change of another's comes to light only when the lock is gone. */
    @Test
    @Promise(2)
    default void anUpdateWaitsForTheLock() {
        StoreFixture<FaqSectionStore> store = fixture();
        StoredFaqSection section = FaqRows.section(FaqRows.sectionId(Seed.random()), 0);
        insert(store, section);
        try (Companion other = new Companion()) {
            Future<Boolean> update = store.write((tx, sections) -> {
                sections.findForUpdate(tx, ALL, section.id());
                Future<Boolean> begun =
                        other.begins(() -> store.write((t, s) -> s.update(t, FaqRows.renamed(section), 1)));
                assertThat(sections.find(tx, ALL, section.id())).contains(section);
                return begun;
            });
            assertThat(Outcome.of(update).orFail()).isTrue();
        }
        assertThat(find(store, section.id())).contains(FaqRows.renamed(section));
    }

    /** It is there until the lock is gone. */
    @Test
    @Promise(2)
    default void aDeleteWaitsForTheLock() {
        StoreFixture<FaqSectionStore> store = fixture();
        StoredFaqSection section = FaqRows.section(FaqRows.sectionId(Seed.random()), 0);
        insert(store, section);
        try (Companion other = new Companion()) {
            Future<Boolean> delete = store.write((tx, sections) -> {
                sections.findForUpdate(tx, ALL, section.id());
                Future<Boolean> begun = other.begins(() -> store.write((t, s) -> s.delete(t, ALL, section.id())));
                assertThat(sections.find(tx, ALL, section.id())).contains(section);
                return begun;
            });
            assertThat(Outcome.of(delete).orFail()).isTrue();
        }
        assertThat(find(store, section.id())).isEmpty();
    }

    /** The first one stays. */
    @Test
    @Promise(3)
    default void aTakenIdIsRefusedAndWhatIsThereStays() {
        StoreFixture<FaqSectionStore> store = fixture();
        StoredFaqSection first = FaqRows.section(FaqRows.sectionId(Seed.random()), 0);
        insert(store, first);

        boolean again = store.write(
                (tx, sections) -> sections.insert(tx, FaqRows.renamed(first).at(7)));

        assertThat(again).isFalse();
        assertThat(find(store, first.id())).contains(first);
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofConcurrentInsertsOneIsTrue() {
        StoreFixture<FaqSectionStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            FaqSectionId id = FaqRows.sectionId(random);
            List<Outcome<Boolean>> outcomes = Race.of(
                    8, runner -> store.write((tx, sections) -> sections.insert(tx, FaqRows.section(id, runner))));

            List<Integer> winners = IntStream.range(0, 8)
                    .filter(runner -> outcomes.get(runner).orFail())
                    .boxed()
                    .toList();
            assertThat(winners).hasSize(1);
            assertThat(find(store, id)).contains(FaqRows.section(id, winners.get(0)));
        }
    }

    private static void insert(StoreFixture<FaqSectionStore> store, StoredFaqSection section) {
        boolean inserted = store.write((tx, sections) -> sections.insert(tx, section));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static Optional<StoredFaqSection> find(StoreFixture<FaqSectionStore> store, FaqSectionId id) {
        return store.read((tx, sections) -> sections.find(tx, ALL, id));
    }
}
