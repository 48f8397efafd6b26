// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.Review;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.TextState;
import dev.portalblocks.kb.model.TextStatus;
import dev.portalblocks.kb.model.TextStatus.Shown;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredArticle.Parts;
import dev.portalblocks.publishing.Timeline;
import dev.portalblocks.publishing.Timeline.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns what is stored into what an editor gets. */
final class EditorViews {
    private EditorViews() {}

    /** Returns the article as it stands at this moment. */
    static EditedArticle of(StoredArticle stored, Instant now) {
        Parts parts = stored.parts();
        return new EditedArticle(
                stored.id(),
                stored.state(),
                parts.draft(),
                parts.published(),
                parts.schedule(),
                languages(parts).stream()
                        .map(language -> status(stored, language, now))
                        .toList(),
                stored.settings(),
                stored.version(),
                stored.changedAt());
    }

    private static Set<LanguageTag> languages(Parts parts) {
        Set<LanguageTag> languages = new TreeSet<>();
        ArticleContent draft = parts.draft();
        Revision published = parts.published();
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

    private static TextStatus status(StoredArticle stored, LanguageTag language, Instant now) {
        Parts parts = stored.parts();
        ArticleContent newest = Objects.requireNonNull(ArticleLife.newest(parts), "one side is there");
        Review review = parts.editing().reviews().get(language);
        TextState state =
                ArticleLife.isDrafted(parts, language) ? review == null ? TextState.DRAFT : review.state() : null;
        Optional<Span<Boolean>> span = span(stored, language, now);
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

    private static boolean wasShown(Parts parts, LanguageTag language, Instant now) {
        Revision published = parts.published();
        return published != null
                && published.content().texts().containsKey(language)
                && !published.publishedAt().isAfter(now);
    }

    /** Returns from when until when readers see some text in a language, now or next. */
    private static Optional<Span<Boolean>> span(StoredArticle stored, LanguageTag language, Instant now) {
        List<Span<Boolean>> spans = ArticleLife.timeline(stored).spans().stream()
                .filter(span -> span.shown().content().texts().containsKey(language))
                .map(span -> new Span<>(span.from(), span.until(), true))
                .toList();
        return Timeline.of(spans).since(now).spans().stream().findFirst();
    }
}
