// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.publishing.Timeline.Span;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Review;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.publishing.spi.Parts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of something that editors write, step by step: pure, whoever may do it and whatever is told of it. What is said from a
 * moment on holds from then on; where it stands, and for whom, holds at all times.
 *
 * @param <C> what editors write
 */
public final class EditorialLife<C extends EditorialContent<C>> {
    private final String kind;

    /** Refuses by the codes of this kind of thing. */
    public EditorialLife(String kind) {
        this.kind = kind;
    }

    /** Returns the parts with another draft, written at this version. */
    public Parts<C> edited(Parts<C> parts, C draft, long version) {
        return parts.drafted(draft, parts.editing().wrote(newest(parts), draft, version));
    }

    /** Returns the parts as they are with texts that were written elsewhere, to be published. */
    public Parts<C> written(Parts<C> parts, C content, long version) {
        return parts.drafted(parts.draft(), parts.editing().wrote(newest(parts), content, version));
    }

    /** Returns the parts with their draft for the readers and at the places of a content. */
    public Parts<C> placed(Parts<C> parts, C like) {
        C draft = parts.draft();
        return draft == null || draft.isPlacedLike(like)
                ? parts
                : parts.drafted(draft.placedLike(like), parts.editing());
    }

    /** Returns what was written last: the draft, else what was published last. */
    public @Nullable C newest(Parts<C> parts) {
        Revision<C> published = parts.published();
        C draft = parts.draft();
        return draft != null || published == null ? draft : published.content();
    }

    /** Returns what readers see from now on, each content once. */
    public List<C> seen(Parts<C> parts, Instant now) {
        return timeline(parts).since(now).spans().stream()
                .map(span -> span.shown().content())
                .distinct()
                .toList();
    }

    /** Returns whether there is a draft of this text that differs from what was published last. */
    public boolean isDrafted(Parts<C> parts, LanguageTag language) {
        C draft = parts.draft();
        Revision<C> published = parts.published();
        Object text = draft == null ? null : draft.texts().get(language);
        return text != null
                && (published == null
                        || !text.equals(published.content().texts().get(language)));
    }

    /** Returns the parts with this published; their draft is done where all of it is. */
    public Parts<C> published(Parts<C> parts, Publication<C> publication, Instant now) {
        Revision<C> last = parts.published();
        long number = last == null ? 1 : last.number() + 1;
        Timeline<Revision<C>> placed =
                timeline(parts).changedFrom(now, before -> Revisions.placed(before, publication.content()));
        Timeline<Revision<C>> shown = placed.changed(
                publication.from(),
                publication.nextPlan(),
                before -> publication.after(before, number, parts.editing()));
        Revision<C> revision = shown.at(publication.from()).orElseThrow();
        Timeline<Revision<C>> lasting =
                publication.until() == null ? shown : shown.changedFrom(publication.until(), publication::over);
        C draft = parts.draft();
        boolean isDone = revision.content().equals(draft);
        Editing editing = parts.editing().done(publication.languages());
        return new Parts<>(isDone ? null : draft, revision, schedule(lasting, now), editing);
    }

    /** Returns the parts of which readers see nothing from a moment on, in these languages; null for all. */
    public Parts<C> withdrawn(Parts<C> parts, @Nullable Set<LanguageTag> languages, Instant from, Instant now) {
        Timeline<Revision<C>> left = timeline(parts)
                .changedFrom(from, shown -> languages == null ? null : Revisions.without(shown, languages));
        return parts.scheduled(schedule(left, now));
    }

    /** Returns the parts of which readers go on to see what they see now, in these languages; null for all. */
    public Parts<C> kept(Parts<C> parts, @Nullable Set<LanguageTag> languages, Instant now) {
        Timeline<Revision<C>> planned = timeline(parts);
        Revision<C> current = planned.at(now).orElse(null);
        Timeline<Revision<C>> kept = planned.changedFrom(
                now, shown -> languages == null ? current : Revisions.replaced(shown, current, languages));
        return parts.scheduled(schedule(kept, now));
    }

    /** Returns the parts with a text that is confirmed, at this version, to say what the first language says now. */
    public Parts<C> confirmed(Parts<C> parts, LanguageTag language, long version, Instant now) {
        Timeline<Revision<C>> shown =
                timeline(parts).changedFrom(now, revision -> Revisions.confirmed(revision, language, version));
        return new Parts<>(
                parts.draft(),
                Revisions.confirmed(parts.published(), language, version),
                schedule(shown, now),
                parts.editing().confirmed(language, version));
    }

    /** Returns the parts with the reviews of these standing so. */
    public Parts<C> reviewing(Parts<C> parts, Set<LanguageTag> languages, Review review) {
        return parts.drafted(parts.draft(), parts.editing().reviewing(languages, review));
    }

    /** Returns whether somebody sees less of the second than of the first, at this moment or a later one. */
    public boolean isNarrowed(Parts<C> before, Parts<C> after, Instant now) {
        Timeline<Revision<C>> was = timeline(before);
        Timeline<Revision<C>> is = timeline(after);
        Set<Instant> moments = new TreeSet<>(Set.of(now));
        for (Timeline<Revision<C>> timeline : List.of(was, is)) {
            for (Span<Revision<C>> span : timeline.spans()) {
                moments.add(span.from());
                if (span.until() != null) {
                    moments.add(span.until());
                }
            }
        }
        return moments.stream()
                .filter(moment -> !moment.isBefore(now))
                .anyMatch(moment ->
                        isNarrower(was.at(moment).orElse(null), is.at(moment).orElse(null)));
    }

    private boolean isNarrower(@Nullable Revision<C> was, @Nullable Revision<C> is) {
        return was != null && (is == null || is.content().isNarrowerThan(was.content()));
    }

    /** Returns whether readers see the same of both from this moment on. */
    public boolean isSame(Parts<C> before, Parts<C> after, Instant now) {
        return timeline(before).since(now).equals(timeline(after).since(now));
    }

    /** Returns what readers see from when on. */
    public Timeline<Revision<C>> timeline(Parts<C> parts) {
        return Timeline.of(parts.schedule().showings().stream()
                .map(showing -> new Span<>(showing.from(), showing.until(), showing.revision()))
                .toList());
    }

    private Schedule<C> schedule(Timeline<Revision<C>> shown, Instant now) {
        Schedule<C> schedule = new Schedule<>(shown.since(now).spans().stream()
                .map(span -> new Showing<>(span.from(), span.until(), span.shown()))
                .toList());
        if (schedule.times().size() > Schedule.MAX_TIMES) {
            throw new PortalException.LimitExceeded(kind + ".too-many-times", Schedule.MAX_TIMES);
        }
        return schedule;
    }
}
