// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Review;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.spi.Parts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an editor may do next: the steps of {@link EditorialLife} that are asked for, or why not, by the codes of a kind of thing. Pure.
 *
 * @param <C> what editors write
 */
public final class Workflow<C extends EditorialContent<C>> {
    /** The most showings that something has at a time, with those that are planned. */
    public static final int MAX_SHOWINGS = 50;

    private static final int LAST_YEAR = 9_998; // one less than in instants, as a zone adds hours

    private final String kind;
    private final EditorialLife<C> life;

    /** Refuses by the codes of this kind of thing. */
    public Workflow(String kind) {
        this.kind = kind;
        this.life = new EditorialLife<>(kind);
    }

    /** Returns the steps, whoever asks for them. */
    public EditorialLife<C> life() {
        return life;
    }

    /** Returns the parts with these texts of the draft in review. */
    public Parts<C> submitted(Parts<C> parts, Set<LanguageTag> languages) {
        if (!languages.stream().allMatch(language -> life.isDrafted(parts, language))) {
            throw conflict("nothing-to-review");
        }
        return life.reviewing(parts, languages, new Review(TextState.IN_REVIEW, null));
    }

    /** Returns the parts with these texts, which are in review, sent back. */
    public Parts<C> returned(Parts<C> parts, Set<LanguageTag> languages, @Nullable String note) {
        if (!languages.stream().allMatch(parts.editing()::isInReview)) {
            throw conflict("not-in-review");
        }
        return life.reviewing(parts, languages, new Review(TextState.RETURNED, note));
    }

    /** Returns the parts with a translation that says at this version what the first language says. */
    public Parts<C> confirmed(Parts<C> parts, LanguageTag language, long version, Instant now) {
        C newest = life.newest(parts);
        if (newest == null || !newest.texts().containsKey(language)) {
            throw new PortalException.InvalidInput(kind + ".language-without-text");
        }
        if (!parts.editing().isOutdated(newest.language(), language)) {
            throw conflict("not-outdated");
        }
        return life.confirmed(parts, language, version, now);
    }

    /**
     * Returns what there is to publish.
     *
     * @param isPublished whether something is shown, or planned to be
     * @param languages which texts; null for all
     */
    public C toPublish(Parts<C> parts, boolean isPublished, @Nullable Set<LanguageTag> languages) {
        C newest = life.newest(parts);
        boolean isThere = parts.draft() != null || !isPublished || languages != null;
        if (newest == null || !isThere) {
            throw conflict("nothing-to-publish");
        }
        return newest;
    }

    /**
     * Returns the publication of a content at a time of the clock on the wall.
     *
     * @param languages which texts; null for all, and for what readers see in others to go
     * @param begin since when; null, and what is past, for now
     * @param end until when; null for ever
     * @param zone where the wall is
     */
    public Publication<C> publication(
            C content,
            @Nullable Set<LanguageTag> languages,
            @Nullable LocalDateTime begin,
            @Nullable LocalDateTime end,
            ZoneId zone,
            Instant now) {
        if (languages != null && !content.texts().keySet().containsAll(languages)) {
            throw new PortalException.InvalidInput(kind + ".language-without-text");
        }
        Instant from = begin == null ? now : notPast(new WallClock(zone).begin(micros(begin)), now);
        Instant until = end == null ? null : new WallClock(zone).end(micros(end));
        if (until != null && !until.isAfter(from)) {
            throw new PortalException.InvalidInput("schedule.ends-before-it-begins");
        }
        return new Publication<>(
                content, languages == null ? content.texts().keySet() : languages, languages == null, from, until);
    }

    /** Returns when something ends by the clock on the wall; now where nothing or what is past is said. */
    public Instant ending(@Nullable LocalDateTime end, ZoneId zone, Instant now) {
        return end == null ? now : notPast(new WallClock(zone).end(micros(end)), now);
    }

    private static Instant notPast(Instant wanted, Instant now) {
        return wanted.isBefore(now) ? now : wanted;
    }

    /** Databases keep no more than four digits of a year alike. */
    private static LocalDateTime micros(LocalDateTime time) {
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new PortalException.InvalidInput("schedule.year");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses to publish what nobody read. */
    public void requireReview(Parts<C> parts, Set<LanguageTag> languages) {
        boolean isRead = languages.stream()
                .allMatch(language ->
                        isUnchanged(parts, language) || parts.editing().isInReview(language));
        if (!isRead) {
            throw conflict("not-reviewed");
        }
    }

    private boolean isUnchanged(Parts<C> parts, LanguageTag language) {
        C draft = parts.draft();
        Revision<C> published = parts.published();
        return published != null
                && (draft == null
                        || Objects.equals(
                                draft.texts().get(language),
                                published.content().texts().get(language)));
    }

    /**
     * Refuses a plan that brings other readers: for whom and where something stands holds at all times.
     *
     * @param placed where it stands, and for whom; null where it was never published
     */
    public void requirePlaces(Parts<C> parts, Publication<C> publication, @Nullable C placed, Instant now) {
        boolean isShown = !life.timeline(parts).since(now).spans().isEmpty();
        if (publication.from().isAfter(now)
                && isShown
                && placed != null
                && !publication.content().isPlacedLike(placed)) {
            throw conflict("plan-moves-it");
        }
    }

    /** Returns the parts, unless they hold more showings than anybody plans. */
    public Parts<C> bounded(Parts<C> parts) {
        if (parts.schedule().showings().size() > MAX_SHOWINGS) {
            throw new PortalException.LimitExceeded(kind + ".too-many-showings", MAX_SHOWINGS);
        }
        return parts;
    }

    private PortalException.Conflict conflict(String code) {
        return new PortalException.Conflict(kind + "." + code);
    }
}
