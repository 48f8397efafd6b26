// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Review;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Sections and entries to test with. */
final class FaqRows {
    static final TenantId ACME = TenantId.of("acme");
    /** Another tenant, to the eye of whoever ignores case the same. */
    static final TenantId OTHER = TenantId.of("ACME");

    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Scope ALL_OF_OTHER = Scope.wholeTenant(OTHER);

    static final Audience BROKERS = Audience.role("broker");

    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private FaqRows() {}

    /** Returns the scope of a reader who belongs to these audiences. */
    static Scope readerOf(TenantId tenant, Audience... audiences) {
        return Scope.wholeTenant(tenant)
                .ofAudiences(Bound.only(Set.of(audiences)))
                .inStates(Bound.only(Set.of(Permission.PUBLISHED)));
    }

    /** Returns one of the instants that stores get wrong. */
    static Instant instant(SplittableRandom random) {
        return Awkward.instants().get(random.nextInt(Awkward.instants().size()));
    }

    static FaqSectionId sectionId(SplittableRandom random) {
        return FaqSectionId.of(Seed.uuid(random));
    }

    static FaqEntryId entryId(SplittableRandom random) {
        return FaqEntryId.of(Seed.uuid(random));
    }

    static StoredFaqSection section(FaqSectionId id, int position) {
        return section(ACME, id, position);
    }

    static StoredFaqSection section(TenantId tenant, FaqSectionId id, int position) {
        return new StoredFaqSection(tenant, id, LocalizedText.german("Titel"), position, 1, NOW);
    }

    static StoredFaqSection section(FaqSectionId id, String title, Instant changedAt) {
        LocalizedText titles = LocalizedText.german(title).with(LanguageTag.of("de-CH"), title + " (CH)");
        return new StoredFaqSection(ACME, id, titles, Integer.MAX_VALUE, Long.MAX_VALUE, changedAt);
    }

    /** Returns a published entry for everybody. */
    static StoredFaqEntry entry(SplittableRandom random) {
        return entry(entryId(random), new FaqPlace(sectionId(random), 0), Audience.PUBLIC);
    }

    /** Returns a published entry. */
    static StoredFaqEntry entry(FaqEntryId id, FaqPlace place, Audience... audiences) {
        return new StoredFaqEntry(ACME, id, place, FaqEntryState.PUBLISHED, published(content(audiences)), 1, NOW);
    }

    static FaqContent content(Audience... audiences) {
        return FaqContent.of(GERMAN, "Frage?", "Antwort.").forAudiences(audiences);
    }

    private static Parts<FaqContent> published(FaqContent content) {
        return new Parts<>(null, Revision.of(1, content, NOW));
    }

    /** Returns an entry with both sides, reviews and two times at which it is shown. */
    static StoredFaqEntry entry(FaqEntryId id, FaqPlace place, String text, Instant changedAt) {
        FaqContent draft = full(text);
        Revision<FaqContent> revision = Revision.of(Long.MAX_VALUE, draft.with(GERMAN, text, "Anders."), changedAt);
        Schedule<FaqContent> schedule = new Schedule<>(List.of(
                new Showing<>(NOW, NOW.plusSeconds(1), revision),
                new Showing<>(NOW.plusSeconds(1), NOW.plusSeconds(2), Revision.of(1, draft, NOW)),
                new Showing<>(NOW.plusSeconds(3), null, revision)));
        Editing editing = new Editing(
                Map.of(GERMAN, 7L, ENGLISH, Long.MAX_VALUE),
                Map.of(
                        GERMAN, new Review(TextState.RETURNED, text),
                        ENGLISH, new Review(TextState.IN_REVIEW, null)));
        return new StoredFaqEntry(
                ACME,
                id,
                place,
                FaqEntryState.PUBLISHED,
                new Parts<>(draft, revision, schedule, editing),
                Long.MAX_VALUE,
                changedAt);
    }

    static FaqContent full(String text) {
        return FaqContent.of(ENGLISH, text, text + "\r\n\t" + "a".repeat(19_000))
                .with(GERMAN, FaqText.of(text, text).inShort(text))
                .forAudiences(Audience.PUBLIC, Audience.SIGNED_IN, BROKERS);
    }

    /** Returns the same entry of another tenant. */
    static StoredFaqEntry of(TenantId tenant, StoredFaqEntry entry) {
        return new StoredFaqEntry(
                tenant, entry.id(), entry.place(), entry.state(), entry.parts(), entry.version(), entry.changedAt());
    }

    /** Returns the next version of an entry, which readers no longer see. */
    static StoredFaqEntry withdrawn(StoredFaqEntry entry) {
        return entry.next(FaqEntryState.WITHDRAWN, entry.parts().scheduled(Schedule.none()), NOW.plusSeconds(1));
    }

    /** Returns the next version of an entry, with a draft for these audiences. */
    static StoredFaqEntry drafted(StoredFaqEntry entry, Audience... audiences) {
        Parts<FaqContent> parts = entry.parts().drafted(content(audiences), Editing.none());
        return entry.next(entry.state(), parts, NOW.plusSeconds(2));
    }

    /** Returns an entry of this place that was never published. */
    static StoredFaqEntry draft(FaqEntryId id, FaqPlace place, Audience... audiences) {
        return new StoredFaqEntry(ACME, id, place, FaqEntryState.DRAFT, new Parts<>(content(audiences), null), 1, NOW);
    }

    /** Returns the next version of a section. */
    static StoredFaqSection renamed(StoredFaqSection section) {
        return section.titled(LocalizedText.german("Anders"), NOW.plusSeconds(1));
    }

    /** Returns readers, editors, one who reaches nothing, and scopes of every other sort. */
    static List<Scope> scopes() {
        RandomScopes random = new RandomScopes(Seed.random());
        return Stream.concat(
                        Stream.of(
                                ALL,
                                readerOf(ACME),
                                readerOf(ACME, Audience.PUBLIC),
                                readerOf(ACME, Audience.PUBLIC, Audience.SIGNED_IN, BROKERS)),
                        Stream.generate(() -> random.scope(ACME)).limit(30))
                .toList();
    }

    /** Returns entries in three sections, published, withdrawn or not yet published, for audiences of all sorts, some of equal positions. */
    static List<StoredFaqEntry> ofAllSorts(SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<FaqSectionId> sections =
                Stream.generate(() -> sectionId(random)).limit(3).toList();
        List<StoredFaqEntry> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            FaqPlace place = new FaqPlace(sections.get(i % 3), random.nextInt(-1, 2));
            Audience[] audiences = scopes.audiences().toArray(Audience[]::new);
            Audience[] others = scopes.audiences().toArray(Audience[]::new);
            entries.add(entry(entryId(random), place, audiences));
            entries.add(withdrawn(entry(entryId(random), place, audiences)));
            entries.add(drafted(entry(entryId(random), place, audiences), others));
            entries.add(draft(entryId(random), place, others));
        }
        return entries;
    }
}
