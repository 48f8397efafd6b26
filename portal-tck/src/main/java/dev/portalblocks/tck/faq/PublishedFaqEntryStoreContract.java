// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.tck.faq.FaqRows.ACME;
import static dev.portalblocks.tck.faq.FaqRows.ALL;
import static dev.portalblocks.tck.faq.FaqRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.faq.FaqRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link PublishedFaqEntryStore}: implement it in a test class and return the storage whose stores are to be tested. What they
 * show is written by the storage's {@link dev.portalblocks.faq.spi.FaqEntryStore}.
 */
@ContractOf(PublishedFaqEntryStore.class)
public interface PublishedFaqEntryStoreContract {
    /** Returns a storage without entries, and its domain; asked once, at the beginning of each test. */
    StoreFixture<FaqStorage> fixture();

    /** To the microsecond, before, between and behind, with all that is shown of it. */
    @Test
    @Promise(1)
    default void aShowingBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        StoreFixture<FaqStorage> faq = fixture();
        SplittableRandom random = Seed.random();
        for (int i = 0; i < 10; i++) {
            StoredFaqEntry entry = PublishedFaqRows.any(random, new RandomScopes(random), FaqRows.sectionId(random));
            PublishedFaqRows.insert(faq, entry);
            for (Instant moment : PublishedFaqRows.around(entry)) {
                assertThat(find(faq, ALL, entry.id(), moment))
                        .as("%s", moment)
                        .isEqualTo(PublishedFaqRows.visible(entry, ALL, moment));
            }
        }
    }

    /** Who began to read before an editor was done, or whose clock is behind the editor's, sees what the editor did. */
    @Test
    @Promise(1)
    default void aMomentBeforeTheLastChangeStandsForIt() {
        StoreFixture<FaqStorage> faq = fixture();
        StoredFaqEntry like = FaqRows.entry(Seed.random());
        StoredFaqEntry entry = PublishedFaqRows.of(
                like,
                List.of(
                        PublishedFaqRows.shown(FaqRows.content(Audience.PUBLIC), 10, 20),
                        PublishedFaqRows.shown(FaqRows.content(Audience.PUBLIC), 30, null)));
        PublishedFaqRows.insert(faq, entry);
        for (int minute : new int[] {15, 25, 30, 35}) {
            Instant changed = PublishedFaqRows.minute(minute);
            StoredFaqEntry next = entry.next(FaqEntryState.PUBLISHED, entry.parts(), changed);
            long version = entry.version();
            faq.change((tx, storage) -> storage.entries().update(tx, next, version));
            entry = next;
            for (int before : new int[] {-60, 9, 10, 14}) {
                Instant moment = PublishedFaqRows.minute(before);
                assertThat(find(faq, ALL, entry.id(), moment).isPresent())
                        .as("in minute %d of what was changed in minute %d", before, minute)
                        .isEqualTo(minute != 25);
            }
        }
    }

    /** Of each entry, for thirty scopes and moments. */
    @Test
    @Promise(1)
    default void anEntryIsFoundWithinTheScope() {
        StoreFixture<FaqStorage> faq = fixture();
        SplittableRandom random = Seed.random();
        List<StoredFaqEntry> kept = PublishedFaqRows.inserted(faq, 30, random);
        for (Scope scope : FaqRows.scopes()) {
            Instant moment = PublishedFaqRows.moment(random);
            for (StoredFaqEntry entry : kept) {
                assertThat(find(faq, scope, entry.id(), moment))
                        .as("%s in %s", moment, scope)
                        .isEqualTo(PublishedFaqRows.visible(entry, scope, moment));
            }
        }
    }

    /** Whose name is the same to the eye of whoever ignores case, and with the same ids. */
    @Test
    @Promise(1)
    default void tenantsNeverMeet() {
        StoreFixture<FaqStorage> faq = fixture();
        StoredFaqEntry entry = FaqRows.entry(Seed.random());
        PublishedFaqRows.insert(faq, FaqRows.of(OTHER, entry));
        Set<FaqSectionId> sections = Set.of(entry.place().section());
        Instant now = FaqRows.NOW;

        assertThat(find(faq, ALL, entry.id(), now)).isEmpty();
        assertThat(findLasting(faq, ALL, entry.id(), now)).isEmpty();
        assertThat(inSections(faq, ALL, sections, now)).isEmpty();
        assertThat(listLasting(faq, ALL, now, null, 10)).isEmpty();
        assertThat(find(faq, ALL_OF_OTHER, entry.id(), now)).isEqualTo(entry.published());
        assertThat(inSections(faq, ALL_OF_OTHER, sections, now)).hasSize(1);
    }

    /** In two of three sections, for thirty scopes and moments; none, and one where nothing stands. */
    @Test
    @Promise(2)
    default void sectionsHaveWhatTheScopeShowsInOrder() {
        StoreFixture<FaqStorage> faq = fixture();
        SplittableRandom random = Seed.random();
        List<StoredFaqEntry> kept = PublishedFaqRows.inserted(faq, 40, random);
        Set<FaqSectionId> two =
                kept.stream().limit(2).map(entry -> entry.place().section()).collect(Collectors.toSet());
        Comparator<PublishedFaqEntry> inOrder = Comparator.comparing(
                        (PublishedFaqEntry entry) -> entry.place().section().toString())
                .thenComparing(entry -> entry.place().position())
                .thenComparing(entry -> entry.id().toString());
        for (Scope scope : FaqRows.scopes()) {
            Instant moment = PublishedFaqRows.moment(random);
            assertThat(inSections(faq, scope, two, moment))
                    .as("%s in %s", moment, scope)
                    .isEqualTo(kept.stream()
                            .filter(entry -> two.contains(entry.place().section()))
                            .flatMap(entry -> PublishedFaqRows.visible(entry, scope, moment).stream())
                            .sorted(inOrder)
                            .toList());
        }
        assertThat(inSections(faq, ALL, Set.of(), FaqRows.NOW)).isEmpty();
        assertThat(inSections(faq, ALL, Set.of(FaqRows.sectionId(random.split())), FaqRows.NOW))
                .isEmpty();
    }

    /** Who began to read before an editor was done sees what the editor did. */
    @Test
    @Promise(2)
    default void aMomentBeforeTheLastChangeStandsForItInASection() {
        StoreFixture<FaqStorage> faq = fixture();
        StoredFaqEntry like = FaqRows.entry(Seed.random());
        StoredFaqEntry entry =
                PublishedFaqRows.of(like, List.of(PublishedFaqRows.shown(FaqRows.content(Audience.PUBLIC), 10, null)));
        StoredFaqEntry changed = entry.next(FaqEntryState.PUBLISHED, entry.parts(), PublishedFaqRows.minute(15));
        Set<FaqSectionId> sections = Set.of(entry.place().section());
        PublishedFaqRows.insert(faq, entry);

        assertThat(inSections(faq, ALL, sections, PublishedFaqRows.minute(5))).isEmpty();
        faq.change((tx, storage) -> storage.entries().update(tx, changed, entry.version()));
        assertThat(inSections(faq, ALL, sections, PublishedFaqRows.minute(5))).hasSize(1);
    }

    /** For thirty scopes and moments, whatever the size of a page. */
    @Test
    @Promise(3)
    default void whatLastsIsListedWithinTheScope() {
        StoreFixture<FaqStorage> faq = fixture();
        SplittableRandom random = Seed.random();
        List<StoredFaqEntry> kept = PublishedFaqRows.inserted(faq, 30, random);
        for (Scope scope : FaqRows.scopes()) {
            Instant since = PublishedFaqRows.moment(random);
            List<PublishedFaqEntry> expected = kept.stream()
                    .flatMap(entry -> PublishedFaqRows.visible(entry, scope).stream())
                    .filter(entry -> entry.lasts(since))
                    .sorted(Comparator.comparing(entry -> entry.id().toString()))
                    .toList();
            for (int limit : new int[] {1, 4, 100}) {
                assertThat(Pages.walk(
                                limit,
                                (after, size) -> listLasting(faq, scope, since, after, size),
                                entry -> Keyset.ofId(entry.id())))
                        .as("pages of %d since %s in %s", limit, since, scope)
                        .isEqualTo(expected);
            }
            for (StoredFaqEntry entry : kept) {
                assertThat(findLasting(faq, scope, entry.id(), since))
                        .as("since %s in %s", since, scope)
                        .isEqualTo(expected.stream()
                                .filter(found -> found.id().equals(entry.id()))
                                .findFirst());
            }
        }
    }

    /** Until its last moment, to the microsecond. */
    @Test
    @Promise(3)
    default void whatIsOverDoesNotLast() {
        StoreFixture<FaqStorage> faq = fixture();
        StoredFaqEntry entry = PublishedFaqRows.of(
                FaqRows.entry(Seed.random()),
                List.of(
                        PublishedFaqRows.shown(FaqRows.content(Audience.PUBLIC), 10, 20),
                        PublishedFaqRows.shown(FaqRows.content(Audience.PUBLIC), 30, 40)));
        PublishedFaqRows.insert(faq, entry);
        Instant end = PublishedFaqRows.minute(40);

        assertThat(findLasting(faq, ALL, entry.id(), end.minusNanos(1_000))).isEqualTo(entry.published());
        assertThat(findLasting(faq, ALL, entry.id(), PublishedFaqRows.minute(25)))
                .isPresent();
        assertThat(findLasting(faq, ALL, entry.id(), PublishedFaqRows.minute(0)))
                .isPresent();
        assertThat(findLasting(faq, ALL, entry.id(), end)).isEmpty();
        assertThat(listLasting(faq, ALL, end, null, 10)).isEmpty();
    }

    /** Neither for others nor for everybody, nor when it is all that there is, or stands beside what was withdrawn. */
    @Test
    @Promise(4)
    default void aDraftChangesNothing() {
        StoreFixture<FaqStorage> faq = fixture();
        SplittableRandom random = Seed.random();
        StoredFaqEntry published = FaqRows.entry(random);
        StoredFaqEntry brokers = FaqRows.entry(FaqRows.entryId(random), published.place(), FaqRows.BROKERS);
        StoredFaqEntry draft = FaqRows.draft(FaqRows.entryId(random), published.place(), Audience.PUBLIC);
        PublishedFaqRows.insert(faq, published, brokers, draft);
        faq.change((tx, storage) -> {
            storage.entries().update(tx, drafted(published, FaqRows.BROKERS), 1);
            storage.entries().update(tx, drafted(brokers, Audience.PUBLIC), 1);
        });
        Scope visitor = FaqRows.readerOf(ACME, Audience.PUBLIC);

        assertThat(inSections(faq, visitor, Set.of(published.place().section()), FaqRows.NOW))
                .containsExactlyElementsOf(published.published().stream().toList());
        assertThat(listLasting(faq, visitor, FaqRows.NOW, null, 10))
                .containsExactlyElementsOf(published.published().stream().toList());
        assertThat(find(faq, ALL, draft.id(), FaqRows.NOW)).isEmpty();
        assertThat(findLasting(faq, ALL, draft.id(), FaqRows.NOW)).isEmpty();
        StoredFaqEntry withdrawn = FaqRows.withdrawn(FaqRows.entry(random));
        PublishedFaqRows.insert(faq, drafted(withdrawn, Audience.PUBLIC));
        assertThat(find(faq, ALL, withdrawn.id(), FaqRows.NOW)).isEmpty();
        assertThat(findLasting(faq, ALL, withdrawn.id(), FaqRows.NOW)).isEmpty();
    }

    private static StoredFaqEntry drafted(StoredFaqEntry entry, Audience reader) {
        return entry.saying(entry.parts().drafted(FaqRows.content(reader), Editing.none()));
    }

    private static Optional<PublishedFaqEntry> find(
            StoreFixture<FaqStorage> faq, Scope scope, FaqEntryId id, Instant moment) {
        return faq.read((tx, storage) -> storage.published().find(tx, scope, id, moment));
    }

    private static Optional<PublishedFaqEntry> findLasting(
            StoreFixture<FaqStorage> faq, Scope scope, FaqEntryId id, Instant since) {
        return faq.read((tx, storage) -> storage.published().findLasting(tx, scope, id, since));
    }

    private static List<PublishedFaqEntry> inSections(
            StoreFixture<FaqStorage> faq, Scope scope, Set<FaqSectionId> sections, Instant moment) {
        return faq.read((tx, storage) -> storage.published().inSections(tx, scope, sections, moment));
    }

    private static List<PublishedFaqEntry> listLasting(
            StoreFixture<FaqStorage> faq, Scope scope, Instant since, @Nullable Keyset after, int limit) {
        return faq.read((tx, storage) -> storage.published().listLasting(tx, scope, since, after, limit));
    }
}
