// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.publishing.Timeline.Span;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Review;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.model.TextStatus;
import dev.portalblocks.publishing.model.TextStatus.Shown;
import dev.portalblocks.publishing.spi.Parts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How something that editors write stands, language by language, at one moment.
 *
 * @param <C> what editors write
 */
public final class TextStatuses<C extends EditorialContent<C>> {
    private final EditorialLife<C> life;

    /** Tells of what lives so. */
    public TextStatuses(EditorialLife<C> life) {
        this.life = life;
    }

    /** Returns the status of each language that there is, in their order. */
    public List<TextStatus> of(Parts<C> parts, Instant now) {
        return languages(parts).stream()
                .map(language -> status(parts, language, now))
                .toList();
    }

    private Set<LanguageTag> languages(Parts<C> parts) {
        Set<LanguageTag> languages = new TreeSet<>();
        C draft = parts.draft();
        Revision<C> published = parts.published();
        if (draft != null) {
            languages.addAll(draft.texts().keySet());
        }
        if (published != null) {
            languages.addAll(published.content().texts().keySet());
        }
        parts.schedule()
                .showings()
                .forEach(showing ->
                        languages.addAll(showing.revision().content().texts().keySet()));
        return languages;
    }

    private TextStatus status(Parts<C> parts, LanguageTag language, Instant now) {
        C newest = Objects.requireNonNull(life.newest(parts), "one side is there");
        Review review = parts.editing().reviews().get(language);
        TextState state = life.isDrafted(parts, language) ? review == null ? TextState.DRAFT : review.state() : null;
        Optional<Span<Boolean>> span = span(parts, language, now);
        return new TextStatus(
                language,
                state,
                state == null || review == null ? null : review.note(),
                span.map(found -> found.contains(now) ? Shown.PUBLISHED : Shown.PLANNED)
                        .orElseGet(() -> wasShown(parts, language, now) ? Shown.ARCHIVED : Shown.NEVER),
                span.map(Span::from).orElse(null),
                span.map(Span::until).orElse(null),
                parts.editing().isOutdated(newest.language(), language));
    }

    private boolean wasShown(Parts<C> parts, LanguageTag language, Instant now) {
        Revision<C> published = parts.published();
        return published != null
                && published.content().texts().containsKey(language)
                && !published.publishedAt().isAfter(now);
    }

    /** Returns from when until when readers see some text in a language, now or next. */
    private Optional<Span<Boolean>> span(Parts<C> parts, LanguageTag language, Instant now) {
        List<Span<Boolean>> spans = life.timeline(parts).spans().stream()
                .filter(span -> span.shown().content().texts().containsKey(language))
                .map(span -> new Span<>(span.from(), span.until(), true))
                .toList();
        return Timeline.of(spans).since(now).spans().stream().findFirst();
    }
}
