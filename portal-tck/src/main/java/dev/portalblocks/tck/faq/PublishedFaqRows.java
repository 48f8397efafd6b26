// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static dev.portalblocks.tck.faq.FaqRows.ACME;
import static dev.portalblocks.tck.faq.FaqRows.NOW;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries that are shown at some times and not at others. */
final class PublishedFaqRows {
    private static final int LAST_MINUTE = 60;

    private PublishedFaqRows() {}

    static Instant minute(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }

    static Instant moment(SplittableRandom random) {
        return minute(random.nextInt(-5, LAST_MINUTE + 5));
    }

    static Showing<FaqContent> shown(FaqContent content, int from, @Nullable Integer until) {
        Instant end = until == null ? null : minute(until);
        return new Showing<>(minute(from), end, Revision.of(from + 1, content, minute(from)));
    }

    /** Returns a published entry with these showings, none of which overlaps another. */
    static StoredFaqEntry of(StoredFaqEntry like, List<Showing<FaqContent>> showings) {
        Revision<FaqContent> last = showings.get(showings.size() - 1).revision();
        Parts<FaqContent> parts = new Parts<>(null, last, new Schedule<>(showings), Editing.none());
        return new StoredFaqEntry(
                ACME, like.id(), like.place(), FaqEntryState.PUBLISHED, parts, like.version(), like.changedAt());
    }

    /** Returns an entry for some audiences that is shown at one or two times, each of one or two texts. */
    static StoredFaqEntry any(SplittableRandom random, RandomScopes scopes, FaqSectionId section) {
        Audience[] readers = scopes.audiences().toArray(Audience[]::new);
        StoredFaqEntry like = FaqRows.entry(FaqRows.entryId(random), new FaqPlace(section, random.nextInt(3)), readers);
        List<Showing<FaqContent>> showings = new ArrayList<>();
        int from = random.nextInt(20);
        for (int time = 0; time < 1 + random.nextInt(2); time++) {
            for (int text = 0; text < 1 + random.nextInt(2); text++) {
                int until = from + 1 + random.nextInt(8);
                showings.add(shown(text(from, readers), from, until));
                from = until;
            }
            from += 1 + random.nextInt(8);
        }
        if (random.nextInt(3) == 0) {
            Showing<FaqContent> last = showings.remove(showings.size() - 1);
            showings.add(new Showing<>(last.from(), null, last.revision()));
        }
        return of(like, showings);
    }

    private static FaqContent text(int minute, Audience... readers) {
        return FaqContent.of(LanguageTag.GERMAN, "Frage der Minute " + minute, "Antwort.")
                .forAudiences(readers);
    }

    /** Inserts entries of three sections: planned, over, and withdrawn. */
    static List<StoredFaqEntry> inserted(StoreFixture<FaqStorage> faq, int count, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<FaqSectionId> sections =
                Stream.generate(() -> FaqRows.sectionId(random)).limit(3).toList();
        List<StoredFaqEntry> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StoredFaqEntry entry = any(random, scopes, sections.get(i % 3));
            kept.add(random.nextInt(5) == 0 ? FaqRows.withdrawn(entry) : entry);
        }
        insert(faq, kept.toArray(StoredFaqEntry[]::new));
        return kept;
    }

    static void insert(StoreFixture<FaqStorage> faq, StoredFaqEntry... entries) {
        faq.change((tx, storage) -> {
            for (StoredFaqEntry entry : entries) {
                storage.entries().insert(tx, entry);
            }
        });
    }

    /** Returns what the rule says that readers of this scope get. */
    static Optional<PublishedFaqEntry> visible(StoredFaqEntry entry, Scope scope) {
        return entry.publishedLabel().filter(scope::covers).flatMap(label -> entry.published());
    }

    static Optional<PublishedFaqEntry> visible(StoredFaqEntry entry, Scope scope, Instant moment) {
        return visible(entry, scope).filter(shown -> shown.shownAt(moment).isPresent());
    }

    /** Returns the moments at which something changes, and those a microsecond before and behind. */
    static Set<Instant> around(StoredFaqEntry entry) {
        Set<Instant> moments = new TreeSet<>();
        for (Showing<FaqContent> showing : entry.parts().schedule().showings()) {
            for (Instant edge : Stream.of(Optional.of(showing.from()), Optional.ofNullable(showing.until()))
                    .flatMap(Optional::stream)
                    .toList()) {
                moments.addAll(List.of(edge.minusNanos(1_000), edge, edge.plusNanos(1_000)));
            }
        }
        return moments;
    }
}
