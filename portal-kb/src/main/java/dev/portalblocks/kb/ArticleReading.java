// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TextPatterns;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.KnowledgeChanges.Stamp;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How readers get one article: from memory where that is certain to be right, else by the one way. Thread-safe. */
final class ArticleReading {
    static final Permission PERMISSION = Permission.forReaders("kb.read");
    static final Operation READ = Operation.reading("kb.article.read", PERMISSION);
    static final Operation READ_BY_SLUG = Operation.reading("kb.article.read-by-slug", PERMISSION);

    static final List<Operation> OPERATIONS = List.of(READ, READ_BY_SLUG);

    private final Operations operations;
    private final PublishedArticleStore store;
    private final ReaderViews views;
    private final @Nullable ArticleCache cache;

    ArticleReading(
            Operations operations,
            PublishedArticleStore store,
            ReaderViews views,
            Caching caching,
            KnowledgeChanges changes) {
        this.operations = operations;
        this.store = store;
        this.views = views;
        this.cache = caching.cache(changes, operations.shortcut(READ), store, views);
    }

    Article read(Actor actor, ArticleId article, @Nullable LanguageTag language) {
        if (cache == null || actor == null || article == null) { // the one way says which is missing
            return operations.perform(READ, actor, article, context -> views.article(find(context, article), language));
        }
        Article known = cache.find(actor, article, language);
        if (known != null) {
            return known;
        }
        Stamp stamp = cache.stamp(actor, article);
        return operations.perform(READ, actor, article, context -> {
            PlannedArticle planned = store.findSchedule(context.tx(), context.scope(), article, context.now())
                    .orElseThrow(ArticleReading::notFound);
            cache.keep(context, planned, stamp);
            return views.article(planned.shownAt(context.now()).orElseThrow(ArticleReading::notFound), language);
        });
    }

    Article readBySlug(Actor actor, LanguageTag language, String slug) {
        boolean isAsked = cache != null && actor != null && language != null && slug != null;
        Article known = cache != null && isAsked ? cache.find(actor, language, slug) : null;
        return known != null
                ? known
                : operations.perform(
                        READ_BY_SLUG,
                        actor,
                        language,
                        context -> views.article(findBySlug(context, language, slug), language));
    }

    private PublishedArticle findBySlug(OperationContext context, LanguageTag language, String slug) {
        PlannedArticle planned = Optional.of(slug)
                .filter(TextPatterns::isStorable)
                .flatMap(name -> store.findBySlug(context.tx(), context.scope(), language, name, context.now()))
                .orElseThrow(ArticleReading::notFound);
        if (cache != null) {
            cache.keep(context, planned, language, slug);
        }
        return planned.shownAt(context.now()).orElseThrow(ArticleReading::notFound);
    }

    /** Returns what is published of an article, for an operation about it. */
    PublishedArticle find(OperationContext context, ArticleId article) {
        return store.find(context.tx(), context.scope(), article, context.now()).orElseThrow(ArticleReading::notFound);
    }

    private static PortalException.NotFound notFound() {
        return new PortalException.NotFound("article");
    }
}
