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
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

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
        return entry(entryId(random), new StoredFaqEntry.Place(sectionId(random), 0), Audience.PUBLIC);
    }

    /** Returns a published entry. */
    static StoredFaqEntry entry(FaqEntryId id, StoredFaqEntry.Place place, Audience... audiences) {
        FaqContent content = FaqContent.of(GERMAN, "Frage?", "Antwort.").forAudiences(audiences);
        return new StoredFaqEntry(ACME, id, place, FaqEntryState.PUBLISHED, content, 1, NOW);
    }

    static StoredFaqEntry entry(FaqEntryId id, StoredFaqEntry.Place place, String text, Instant changedAt) {
        FaqContent content = FaqContent.of(ENGLISH, text, text + "\r\n\t" + "a".repeat(19_000))
                .with(GERMAN, text, text)
                .forAudiences(Audience.PUBLIC, Audience.SIGNED_IN, BROKERS);
        return new StoredFaqEntry(ACME, id, place, FaqEntryState.DRAFT, content, Long.MAX_VALUE, changedAt);
    }

    /** Returns the same entry of another tenant. */
    static StoredFaqEntry of(TenantId tenant, StoredFaqEntry entry) {
        return new StoredFaqEntry(
                tenant, entry.id(), entry.place(), entry.state(), entry.content(), entry.version(), entry.changedAt());
    }

    /** Returns the next version of an entry, which is a draft. */
    static StoredFaqEntry withdrawn(StoredFaqEntry entry) {
        return entry.in(FaqEntryState.DRAFT, NOW.plusSeconds(1));
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

    /** Returns entries in three sections, published or not, for audiences of all sorts, some of equal positions. */
    static List<StoredFaqEntry> ofAllSorts(SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<FaqSectionId> sections =
                Stream.generate(() -> sectionId(random)).limit(3).toList();
        List<StoredFaqEntry> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            StoredFaqEntry.Place place = new StoredFaqEntry.Place(sections.get(i % 3), random.nextInt(-1, 2));
            Audience[] audiences = scopes.audiences().toArray(Audience[]::new);
            entries.add(entry(entryId(random), place, audiences));
            entries.add(withdrawn(entry(entryId(random), place, audiences)));
        }
        return entries;
    }
}
