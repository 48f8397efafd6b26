// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.Editing;
import dev.portalblocks.kb.model.Review;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.Schedule;
import dev.portalblocks.kb.model.Showing;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredArticle.Parts;
import dev.portalblocks.publishing.Timeline;
import dev.portalblocks.publishing.Timeline.Span;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an article, step by step: pure, whoever may do it and whatever is told of it. What is said from a moment on holds
 * from then on; where and under which tags an article stands, and for whom, holds at all times.
 */
final class ArticleLife {
    private ArticleLife() {}

    /** Returns the article with another draft. */
    static StoredArticle edited(StoredArticle article, ArticleContent draft, Instant now) {
        Parts parts = article.parts();
        Editing editing = parts.editing().wrote(newest(parts), draft, article.version() + 1);
        return article.next(article.state(), parts.drafted(draft, editing), now);
    }

    /** Returns the article as it is with texts that were written elsewhere, to be published. */
    static StoredArticle written(StoredArticle article, ArticleContent content) {
        Parts parts = article.parts();
        Editing editing = parts.editing().wrote(newest(parts), content, article.version() + 1);
        return article.saying(parts.drafted(parts.draft(), editing));
    }

    /** Returns the article as it is, with its draft for the readers, in the categories and under the tags of a content. */
    static StoredArticle placed(StoredArticle article, ArticleContent like) {
        Parts parts = article.parts();
        ArticleContent draft = parts.draft();
        return draft == null || draft.isPlacedLike(like)
                ? article
                : article.saying(parts.drafted(draft.placedLike(like), parts.editing()));
    }

    /** Returns what an import publishes: all of this from now on, but for what editors planned for later. */
    static Publication imported(StoredArticle article, ArticleContent content, Instant now) {
        Instant planned = timeline(article).nextChange(now).orElse(null);
        return new Publication(content, content.texts().keySet(), true, now, null, planned);
    }

    /** Returns what was written last: the draft, else what was published last. */
    static @Nullable ArticleContent newest(Parts parts) {
        Revision published = parts.published();
        ArticleContent draft = parts.draft();
        return draft != null || published == null ? draft : published.content();
    }

    /** Returns the categories that the article stands in, as readers see it or in its draft. */
    static Set<CategoryId> categories(StoredArticle article) {
        Revision published = article.parts().published();
        ArticleContent draft = article.parts().draft();
        Set<CategoryId> all = new HashSet<>(draft == null ? List.of() : draft.categories());
        all.addAll(published == null ? List.of() : published.content().categories());
        return all;
    }

    /** Returns what was written last; one of the sides is always there. */
    static Optional<ArticleContent> findNewest(Parts parts) {
        return Optional.ofNullable(newest(parts));
    }

    /** Returns whether there is a draft of this text that differs from what was published last. */
    static boolean isDrafted(Parts parts, LanguageTag language) {
        ArticleContent draft = parts.draft();
        Revision published = parts.published();
        return draft != null
                && draft.texts().containsKey(language)
                && (published == null
                        || !draft.texts()
                                .get(language)
                                .equals(published.content().texts().get(language)));
    }

    /** Returns the article with this published; its draft is done where all of it is. */
    static StoredArticle published(StoredArticle article, Publication publication, Instant now) {
        Parts parts = article.parts();
        Revision last = parts.published();
        long number = last == null ? 1 : last.number() + 1;
        Timeline<Revision> placed =
                timeline(article).changedFrom(now, before -> Revisions.placed(before, publication.content()));
        Timeline<Revision> shown = placed.changed(
                publication.from(),
                publication.nextPlan(),
                before -> publication.after(before, number, parts.editing()));
        Revision revision = shown.at(publication.from()).orElseThrow();
        Timeline<Revision> lasting =
                publication.until() == null ? shown : shown.changedFrom(publication.until(), publication::over);
        ArticleContent draft = parts.draft();
        boolean isDone = revision.content().equals(draft);
        Editing editing = parts.editing().done(publication.languages());
        Parts next = new Parts(isDone ? null : draft, revision, schedule(lasting, now), editing);
        return article.next(ArticleState.PUBLISHED, next, now);
    }

    /** Returns the article of which readers see nothing from a moment on, in these languages; null for all. */
    static StoredArticle withdrawn(
            StoredArticle article, @Nullable Set<LanguageTag> languages, Instant from, Instant now) {
        return shown(
                article,
                timeline(article)
                        .changedFrom(from, shown -> languages == null ? null : Revisions.without(shown, languages)),
                now);
    }

    /** Returns the article of which readers go on to see what they see now, in these languages; null for all. */
    static StoredArticle kept(StoredArticle article, @Nullable Set<LanguageTag> languages, Instant now) {
        Timeline<Revision> planned = timeline(article);
        Revision current = planned.at(now).orElse(null);
        return shown(
                article,
                planned.changedFrom(
                        now, shown -> languages == null ? current : Revisions.replaced(shown, current, languages)),
                now);
    }

    /** Returns the article with a text that is confirmed to say what the first language says now. */
    static StoredArticle confirmed(StoredArticle article, LanguageTag language, Instant now) {
        long version = article.version() + 1;
        Parts parts = article.parts();
        Timeline<Revision> shown =
                timeline(article).changedFrom(now, revision -> Revisions.confirmed(revision, language, version));
        Parts next = new Parts(
                parts.draft(),
                Revisions.confirmed(parts.published(), language, version),
                schedule(shown, now),
                parts.editing().confirmed(language, version));
        return article.next(article.state(), next, now);
    }

    /** Returns the article with the reviews of these standing so. */
    static StoredArticle reviewing(StoredArticle article, Set<LanguageTag> languages, Review review, Instant now) {
        Parts parts = article.parts();
        Editing editing = parts.editing().reviewing(languages, review);
        return article.next(article.state(), parts.drafted(parts.draft(), editing), now);
    }

    /** Returns whether somebody sees less of the second than of the first, at this moment or a later one. */
    static boolean isNarrowed(StoredArticle before, StoredArticle after, Instant now) {
        Timeline<Revision> was = timeline(before);
        Timeline<Revision> is = timeline(after);
        Set<Instant> moments = new TreeSet<>(Set.of(now));
        for (Timeline<Revision> timeline : Set.of(was, is)) {
            for (Span<Revision> span : timeline.spans()) {
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

    private static boolean isNarrower(@Nullable Revision was, @Nullable Revision is) {
        return was != null && (is == null || is.content().isNarrowerThan(was.content()));
    }

    private static StoredArticle shown(StoredArticle article, Timeline<Revision> shown, Instant now) {
        Schedule schedule = schedule(shown, now);
        ArticleState state = schedule.isEmpty() ? ArticleState.ARCHIVED : ArticleState.PUBLISHED;
        return article.next(state, article.parts().scheduled(schedule), now);
    }

    /** Returns what readers see from when on; nothing of what is archived. */
    static Timeline<Revision> timeline(StoredArticle article) {
        return Timeline.of(
                article.state() == ArticleState.PUBLISHED
                        ? article.parts().schedule().showings().stream()
                                .map(showing -> new Span<>(showing.from(), showing.until(), showing.revision()))
                                .toList()
                        : List.of());
    }

    private static Schedule schedule(Timeline<Revision> shown, Instant now) {
        Schedule schedule = new Schedule(shown.since(now).spans().stream()
                .map(span -> new Showing(span.from(), span.until(), span.shown()))
                .toList());
        if (schedule.times().size() > Schedule.MAX_TIMES) {
            throw new PortalException.LimitExceeded("article.too-many-times", Schedule.MAX_TIMES);
        }
        return schedule;
    }
}
