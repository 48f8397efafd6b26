// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.EditorialLife;
import dev.portalblocks.publishing.Publication;
import dev.portalblocks.publishing.Workflow;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of an article, step by step: its parts as in any {@link EditorialLife}, and its state. Pure. */
final class ArticleLife {
    static final Workflow<ArticleContent> WORKFLOW = new Workflow<>("article");

    private static final EditorialLife<ArticleContent> LIFE = WORKFLOW.life();

    private ArticleLife() {}

    /** Returns the article with another draft. */
    static StoredArticle edited(StoredArticle article, ArticleContent draft, Instant now) {
        return article.next(article.state(), LIFE.edited(article.parts(), draft, article.version() + 1), now);
    }

    /** Returns the article as it is with texts that were written elsewhere, to be published. */
    static StoredArticle written(StoredArticle article, ArticleContent content) {
        return article.saying(LIFE.written(article.parts(), content, article.version() + 1));
    }

    /** Returns the article as it is, with its draft for the readers, in the categories and under the tags of a content. */
    static StoredArticle placed(StoredArticle article, ArticleContent like) {
        return article.saying(LIFE.placed(article.parts(), like));
    }

    /** Returns what an import publishes: all of this from now on, but for what editors planned for later. */
    static Publication<ArticleContent> imported(StoredArticle article, ArticleContent content, Instant now) {
        Instant planned = LIFE.timeline(article.parts()).nextChange(now).orElse(null);
        return new Publication<>(content, content.texts().keySet(), true, now, null, planned);
    }

    /** Returns what was written last: the draft, else what was published last. */
    static @Nullable ArticleContent newest(Parts<ArticleContent> parts) {
        return LIFE.newest(parts);
    }

    /** Returns the categories that the article stands in, as readers see it or in its draft. */
    static Set<CategoryId> categories(StoredArticle article) {
        Revision<ArticleContent> published = article.parts().published();
        ArticleContent draft = article.parts().draft();
        Set<CategoryId> all = new HashSet<>(draft == null ? List.of() : draft.categories());
        all.addAll(published == null ? List.of() : published.content().categories());
        return all;
    }

    /** Returns what readers see from now on, each content once. */
    static List<ArticleContent> seen(StoredArticle article, Instant now) {
        return LIFE.seen(article.parts(), now);
    }

    /** Returns whether readers see just this at this moment. */
    static boolean isShown(StoredArticle article, ArticleContent content, Instant moment) {
        return LIFE.timeline(article.parts())
                .at(moment)
                .filter(shown -> shown.content().equals(content))
                .isPresent();
    }

    /** Returns the article with this published; its draft is done where all of it is. */
    static StoredArticle published(StoredArticle article, Publication<ArticleContent> publication, Instant now) {
        return article.next(ArticleState.PUBLISHED, LIFE.published(article.parts(), publication, now), now);
    }

    /** Returns the article of which readers see nothing from a moment on, in these languages; null for all. */
    static StoredArticle withdrawn(
            StoredArticle article, @Nullable Set<LanguageTag> languages, Instant from, Instant now) {
        return shown(article, LIFE.withdrawn(article.parts(), languages, from, now), now);
    }

    /** Returns the article of which readers go on to see what they see now, in these languages; null for all. */
    static StoredArticle kept(StoredArticle article, @Nullable Set<LanguageTag> languages, Instant now) {
        return shown(article, LIFE.kept(article.parts(), languages, now), now);
    }

    /** Returns whether somebody sees less of the second than of the first, at this moment or a later one. */
    static boolean isNarrowed(StoredArticle before, StoredArticle after, Instant now) {
        return LIFE.isNarrowed(before.parts(), after.parts(), now);
    }

    /** Returns whether readers see the same of both from now on. */
    static boolean isSame(StoredArticle before, StoredArticle after, Instant now) {
        return LIFE.isSame(before.parts(), after.parts(), now);
    }

    private static StoredArticle shown(StoredArticle article, Parts<ArticleContent> parts, Instant now) {
        ArticleState state = parts.schedule().isEmpty() ? ArticleState.ARCHIVED : ArticleState.PUBLISHED;
        return article.next(state, parts, now);
    }
}
