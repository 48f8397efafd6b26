// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredSlug;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.rendering.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What articles are called in addresses: steps inside an operation. */
final class ArticleAddresses {
    /** What a text whose title has neither letters nor digits is called. */
    private static final String NAMELESS = "artikel";
    /** So often a title is counted on before its article is told from the others by its id. */
    private static final int MOST_EQUAL = 20;

    private final KnowledgeStorage storage;

    ArticleAddresses(KnowledgeStorage storage) {
        this.storage = storage;
    }

    /** Returns the article with a slug for each text that was published last; one that it has stays, whatever the title says now. */
    StoredArticle named(OperationContext context, StoredArticle article) {
        StoredArticle named = article;
        Revision<ArticleContent> published = article.parts().published();
        if (published != null) {
            for (Map.Entry<LanguageTag, ArticleText> text :
                    published.content().texts().entrySet()) {
                if (!article.settings().slugs().containsKey(text.getKey())) {
                    String slug = free(context, article, text.getKey(), text.getValue());
                    named = named.with(named.settings().called(text.getKey(), slug));
                }
            }
        }
        return named;
    }

    /**
     * Returns the article with these slugs, the first of each language now and the others before, as far as nobody else has or had them; of
     * languages that it has a text in.
     */
    StoredArticle called(OperationContext context, StoredArticle article, Map<LanguageTag, List<String>> slugs) {
        StoredArticle called = article;
        for (Map.Entry<LanguageTag, List<String>> names : slugs.entrySet()) {
            LanguageTag language = names.getKey();
            List<String> ours = new ArrayList<>();
            for (String slug : names.getValue()) {
                if (take(context, article, language, slug) || isIts(context, article, language, slug)) {
                    ours.add(slug);
                }
            }
            String first = names.getValue().get(0);
            if (ours.contains(first) && !first.equals(called.settings().slugs().get(language))) {
                called = called.with(called.settings().called(language, first));
            }
        }
        return called;
    }

    private String free(OperationContext context, StoredArticle article, LanguageTag language, ArticleText text) {
        String name = Slug.of(text.title(), NAMELESS);
        for (int number = 1; number <= MOST_EQUAL; number++) {
            String slug = number == 1 ? name : name + "-" + number;
            if (take(context, article, language, slug)) {
                return slug;
            }
        }
        String slug = article.id().toString();
        if (!take(context, article, language, slug)) {
            throw new PortalException.Conflict("slug.taken");
        }
        return slug;
    }

    private boolean take(OperationContext context, StoredArticle article, LanguageTag language, String slug) {
        return storage.slugs()
                .insert(context.tx(), new StoredSlug(article.tenant(), language, slug, article.id(), context.now()));
    }

    /** Returns the article with this slug, which is its own from now on, if nobody else has or had it. */
    StoredArticle renamed(OperationContext context, StoredArticle article, LanguageTag language, String slug) {
        if (!take(context, article, language, slug) && !isIts(context, article, language, slug)) {
            throw new PortalException.Conflict(
                    isCalled(context, language, slug) ? "slug.taken" : "slug.leads-elsewhere");
        }
        return article.with(article.settings().called(language, slug));
    }

    private boolean isIts(OperationContext context, StoredArticle article, LanguageTag language, String slug) {
        return find(context, language, slug)
                .filter(found -> found.article().equals(article.id()))
                .isPresent();
    }

    /** An article beyond the editor's reach is none that the editor could let go of a slug. */
    private boolean isCalled(OperationContext context, LanguageTag language, String slug) {
        return find(context, language, slug)
                .flatMap(found -> storage.articles().find(context.tx(), context.scope(), found.article()))
                .map(other -> slug.equals(other.settings().slugs().get(language)))
                .orElse(true);
    }

    private Optional<StoredSlug> find(OperationContext context, LanguageTag language, String slug) {
        return storage.slugs().find(context.tx(), context.scope(), language, slug);
    }
}
