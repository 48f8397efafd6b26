// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.tck.faq.FaqRows.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises 6 and 7 of {@link FaqEntryStore}, about lists; part of {@link FaqEntryStoreContract}. */
@ContractOf(FaqEntryStore.class)
public interface FaqEntryListingContract {
    /** Returns a store without entries, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FaqEntryStore> fixture();

    /** In two of three sections, for each of the scopes. */
    @Test
    @Promise(6)
    default void inSectionsReturnsWhatTheScopeCoversInOrder() {
        StoreFixture<FaqEntryStore> store = fixture();
        List<StoredFaqEntry> all = insertedOfAllSorts(store);
        List<FaqSectionId> sections =
                all.stream().map(entry -> entry.place().section()).distinct().toList();
        Set<FaqSectionId> two = Set.of(sections.get(0), sections.get(2));
        for (Scope scope : FaqRows.scopes()) {
            List<StoredFaqEntry> expected = all.stream()
                    .filter(entry -> two.contains(entry.place().section()) && entry.isWithin(scope))
                    .sorted(Comparator.comparing((StoredFaqEntry entry) ->
                                    entry.place().section().toString())
                            .thenComparing(entry -> entry.place().position())
                            .thenComparing(entry -> entry.id().toString()))
                    .toList();

            assertThat(inSections(store, scope, two)).as("in %s", scope).isEqualTo(expected);
        }
    }

    /** None, and one where nothing stands. */
    @Test
    @Promise(6)
    default void inSectionsReturnsNothingElse() {
        StoreFixture<FaqEntryStore> store = fixture();
        insertedOfAllSorts(store);

        assertThat(inSections(store, ALL, Set.of())).isEmpty();
        assertThat(inSections(store, ALL, Set.of(FaqRows.sectionId(Seed.random().split()))))
                .isEmpty();
    }

    /** An entry that is moved stands in its new place at once, and no longer in its old one. */
    @Test
    @Promise(6)
    default void inSectionsFollowsAnUpdate() {
        StoreFixture<FaqEntryStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqEntry moving = FaqRows.entry(random);
        StoredFaqEntry there = FaqRows.entry(random);
        FaqSectionId target = there.place().section();
        StoredFaqEntry moved = moving.at(new FaqPlace(target, -1));
        store.change((tx, entries) -> {
            entries.insert(tx, moving);
            entries.insert(tx, there);
        });
        store.change((tx, entries) -> entries.update(tx, moved, 1));

        assertThat(inSections(store, ALL, Set.of(target))).containsExactly(moved, there);
        assertThat(inSections(store, ALL, Set.of(moving.place().section()))).isEmpty();
    }

    /** Pages of every size; what the scope leaves out makes no page shorter. */
    @Test
    @Promise(7)
    default void pagesJoinWithoutGapOrRepetition() {
        StoreFixture<FaqEntryStore> store = fixture();
        List<StoredFaqEntry> all = insertedOfAllSorts(store);
        for (Scope scope : FaqRows.scopes()) {
            List<StoredFaqEntry> expected = sortedById(all, scope);
            for (int limit : new int[] {1, 2, 3, 7, all.size()}) {
                List<StoredFaqEntry> joined = Pages.walk(
                        limit, (after, size) -> list(store, scope, after, size), entry -> Keyset.ofId(entry.id()));
                assertThat(joined).as("pages of %d in %s", limit, scope).isEqualTo(expected);
            }
        }
    }

    /** As every scope says of every entry. */
    @Test
    @Promise(7)
    default void listSeesNoFurtherThanTheScope() {
        StoreFixture<FaqEntryStore> store = fixture();
        List<StoredFaqEntry> all = insertedOfAllSorts(store);
        for (Scope scope : FaqRows.scopes()) {
            assertThat(list(store, scope, null, 100)).as("%s", scope).isEqualTo(sortedById(all, scope));
        }
    }

    /** What stood before the page, and what stands in it, may go meanwhile. */
    @Test
    @Promise(7)
    default void aPageFollowsAlsoWhatWasDeleted() {
        StoreFixture<FaqEntryStore> store = fixture();
        List<StoredFaqEntry> sorted = sortedById(insertedOfAllSorts(store), ALL);
        store.change((tx, entries) -> {
            for (int gone : new int[] {0, 5, 7}) {
                entries.delete(tx, ALL, sorted.get(gone).id());
            }
        });

        Keyset anchor = Keyset.ofId(sorted.get(5).id());
        assertThat(list(store, ALL, anchor, 2)).containsExactly(sorted.get(6), sorted.get(8));
    }

    /** Another place, another section: who pages meets each entry once all the same. */
    @Test
    @Promise(7)
    default void movesDoNotShiftPages() {
        StoreFixture<FaqEntryStore> store = fixture();
        List<StoredFaqEntry> sorted = sortedById(insertedOfAllSorts(store), ALL);
        StoredFaqEntry last = sorted.get(sorted.size() - 1);
        StoredFaqEntry first = sorted.get(0);
        store.change((tx, entries) -> {
            entries.update(tx, first.at(last.place()), first.version());
            entries.update(tx, last.at(first.place()), last.version());
        });

        assertThat(list(store, ALL, null, 100))
                .extracting(StoredFaqEntry::id)
                .containsExactlyElementsOf(
                        sorted.stream().map(StoredFaqEntry::id).toList());
    }

    private static List<StoredFaqEntry> insertedOfAllSorts(StoreFixture<FaqEntryStore> store) {
        List<StoredFaqEntry> all = FaqRows.ofAllSorts(Seed.random());
        store.change((tx, entries) -> all.forEach(entry -> entries.insert(tx, entry)));
        return all;
    }

    private static List<StoredFaqEntry> sortedById(List<StoredFaqEntry> entries, Scope scope) {
        return entries.stream()
                .filter(entry -> entry.isWithin(scope))
                .sorted(Comparator.comparing(entry -> entry.id().toString()))
                .toList();
    }

    private static List<StoredFaqEntry> inSections(
            StoreFixture<FaqEntryStore> store, Scope scope, Set<FaqSectionId> sections) {
        return store.read((tx, entries) -> entries.inSections(tx, scope, sections));
    }

    private static List<StoredFaqEntry> list(
            StoreFixture<FaqEntryStore> store, Scope scope, @Nullable Keyset after, int limit) {
        return store.read((tx, entries) -> entries.list(tx, scope, after, limit));
    }
}
