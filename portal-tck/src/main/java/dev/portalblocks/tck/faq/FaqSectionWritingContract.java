// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.tck.faq.FaqRows.ACME;
import static dev.portalblocks.tck.faq.FaqRows.ALL;
import static dev.portalblocks.tck.faq.FaqRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.faq.FaqRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.StoredFaqSection;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 1 and 4 to 8 of {@link FaqSectionStore}, about one at a time; part of {@link FaqSectionStoreContract}. */
@ContractOf(FaqSectionStore.class)
public interface FaqSectionWritingContract {
    /** Returns a store without sections, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FaqSectionStore> fixture();

    /** Titles that are mixed up easily, the largest numbers, instants of all kinds. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWritten() {
        StoreFixture<FaqSectionStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (String title : Awkward.texts()) {
            Instant at = FaqRows.instant(random);
            StoredFaqSection section = FaqRows.section(FaqRows.sectionId(random), title, at);
            insert(store, section);

            assertThat(find(store, ALL, section.id())).contains(section);
        }
        assertThat(find(store, ALL, FaqRows.sectionId(random))).isEmpty();
    }

    /** With all its components, and in the transaction that wrote it as well. */
    @Test
    @Promise(1)
    default void findReturnsTheLastWrite() {
        StoreFixture<FaqSectionStore> store = fixture();
        StoredFaqSection first = FaqRows.section(FaqRows.sectionId(Seed.random()), 3);
        StoredFaqSection second = FaqRows.renamed(first).at(-1);
        insert(store, first);
        store.change((tx, sections) -> {
            sections.update(tx, second, 1);
            assertThat(sections.find(tx, ALL, first.id())).contains(second);
        });
        assertThat(find(store, ALL, first.id())).contains(second);
    }

    /** Neither an older one nor one that is yet to come, nor of a section that is not there. */
    @Test
    @Promise(4)
    default void anUpdateOfAnotherVersionChangesNothing() {
        StoreFixture<FaqSectionStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqSection first = FaqRows.section(FaqRows.sectionId(random), 0);
        StoredFaqSection second = FaqRows.renamed(first);
        insert(store, first);
        store.change((tx, sections) ->
                assertThat(sections.update(tx, second, first.version())).isTrue());

        for (long expected : new long[] {0, 1, 3}) {
            boolean updated = store.write((tx, sections) -> sections.update(tx, FaqRows.renamed(second), expected));
            assertThat(updated).as("update of version %d", expected).isFalse();
        }
        StoredFaqSection missing = FaqRows.section(FaqRows.sectionId(random), 0);
        boolean updatedMissing = store.write((tx, sections) -> sections.update(tx, missing, 1));

        assertThat(updatedMissing).isFalse();
        assertThat(find(store, ALL, first.id())).contains(second);
        assertThat(find(store, ALL, missing.id())).isEmpty();
    }

    /** A new place is no new version. */
    @Test
    @Promise(4)
    default void anUpdateMayKeepTheVersion() {
        StoreFixture<FaqSectionStore> store = fixture();
        StoredFaqSection section = FaqRows.section(FaqRows.sectionId(Seed.random()), 0);
        insert(store, section);

        boolean moved = store.write((tx, sections) -> sections.update(tx, section.at(5), 1));

        assertThat(moved).isTrue();
        assertThat(find(store, ALL, section.id())).contains(section.at(5));
    }

    /** The second delete finds nothing; others stay, and the id is free again. */
    @Test
    @Promise(5)
    default void deleteTellsWhetherSomethingWasThere() {
        StoreFixture<FaqSectionStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqSection gone = FaqRows.section(FaqRows.sectionId(random), 0);
        StoredFaqSection stays = FaqRows.section(FaqRows.sectionId(random), 0);
        insert(store, gone);
        insert(store, stays);

        assertThat(delete(store, gone.id())).isTrue();
        assertThat(delete(store, gone.id())).isFalse();

        assertThat(find(store, ALL, gone.id())).isEmpty();
        assertThat(list(store, ALL)).containsExactly(stays);
        insert(store, gone);
        assertThat(find(store, ALL, gone.id())).contains(gone);
    }

    /** Also negative positions, and ties by the text of the id, which sorts unlike its two signed numbers. */
    @Test
    @Promise(6)
    default void listIsInTheOrderOfPositionsAndTexts() {
        StoreFixture<FaqSectionStore> store = fixture();
        SplittableRandom random = Seed.random();
        int[] positions = {3, -2, 3, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, 3, 10, 2, 0, 3, 3, 0, 3, 3, 3};
        List<StoredFaqSection> sorted = IntStream.of(positions)
                .mapToObj(position -> FaqRows.section(FaqRows.sectionId(random), position))
                .peek(section -> insert(store, section))
                .sorted(Comparator.comparing(StoredFaqSection::position)
                        .thenComparing(section -> section.id().toString()))
                .toList();

        assertThat(list(store, ALL)).isEqualTo(sorted);
    }

    /** A section that is moved stands in its new place at once. */
    @Test
    @Promise(6)
    default void listFollowsAnUpdate() {
        StoreFixture<FaqSectionStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqSection first = FaqRows.section(FaqRows.sectionId(random), 1);
        StoredFaqSection second = FaqRows.section(FaqRows.sectionId(random), 2);
        insert(store, first);
        insert(store, second);
        store.change((tx, sections) -> sections.update(tx, first.at(3), 1));

        assertThat(list(store, ALL)).containsExactly(second, first.at(3));
    }

    /** The same id in both, one of which is renamed and deleted. */
    @Test
    @Promise(7)
    default void tenantsNeverMeet() {
        StoreFixture<FaqSectionStore> store = fixture();
        FaqSectionId id = FaqRows.sectionId(Seed.random());
        StoredFaqSection own = FaqRows.section(ACME, id, 0);
        StoredFaqSection foreign = FaqRows.section(OTHER, id, 1);
        insert(store, foreign);
        assertThat(find(store, ALL, id)).isEmpty();
        assertThat(list(store, ALL)).isEmpty();
        assertThat(delete(store, id)).isFalse();
        boolean locked = store.write(
                (tx, sections) -> sections.findForUpdate(tx, ALL, id).isPresent());
        assertThat(locked).isFalse();

        insert(store, own);
        store.change((tx, sections) -> sections.update(tx, FaqRows.renamed(own), 1));
        assertThat(list(store, ALL)).containsExactly(FaqRows.renamed(own));
        assertThat(delete(store, id)).isTrue();

        assertThat(find(store, ALL_OF_OTHER, id)).contains(foreign);
        assertThat(list(store, ALL_OF_OTHER)).containsExactly(foreign);
    }

    /** An insert, an update and a delete that are taken back. */
    @Test
    @Promise(8)
    default void aRollbackLeavesNothing() {
        StoreFixture<FaqSectionStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqSection changed = FaqRows.section(FaqRows.sectionId(random), 0);
        StoredFaqSection deleted = FaqRows.section(FaqRows.sectionId(random), 1);
        StoredFaqSection inserted = FaqRows.section(FaqRows.sectionId(random), 2);
        insert(store, changed);
        insert(store, deleted);

        store.rollBack((tx, sections) -> {
            sections.update(tx, FaqRows.renamed(changed), 1);
            sections.delete(tx, ALL, deleted.id());
            sections.insert(tx, inserted);
        });

        assertThat(list(store, ALL)).containsExactly(changed, deleted);
        assertThat(find(store, ALL, changed.id())).contains(changed);
        assertThat(find(store, ALL, deleted.id())).contains(deleted);
        assertThat(find(store, ALL, inserted.id())).isEmpty();
        insert(store, inserted);
    }

    private static void insert(StoreFixture<FaqSectionStore> store, StoredFaqSection section) {
        boolean inserted = store.write((tx, sections) -> sections.insert(tx, section));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static boolean delete(StoreFixture<FaqSectionStore> store, FaqSectionId id) {
        return store.write((tx, sections) -> sections.delete(tx, ALL, id));
    }

    private static Optional<StoredFaqSection> find(StoreFixture<FaqSectionStore> store, Scope scope, FaqSectionId id) {
        return store.read((tx, sections) -> sections.find(tx, scope, id));
    }

    private static List<StoredFaqSection> list(StoreFixture<FaqSectionStore> store, Scope scope) {
        return store.read((tx, sections) -> sections.list(tx, scope));
    }
}
