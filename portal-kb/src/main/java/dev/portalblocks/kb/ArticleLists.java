// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PublishedArticle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What readers find articles in: the list of them, the categories, and what is shown beside one. Thread-safe. */
final class ArticleLists {
    private static final Operation LIST_ARTICLES = Operation.reading("kb.article.list", ArticleReading.PERMISSION);
    private static final Operation LIST_CATEGORIES = Operation.reading("kb.category.list", ArticleReading.PERMISSION);
    private static final Operation LIST_RELATED = Operation.reading("kb.article.related", ArticleReading.PERMISSION);

    static final List<Operation> OPERATIONS = List.of(LIST_RELATED, LIST_ARTICLES, LIST_CATEGORIES);

    private final Operations operations;
    private final KnowledgeStorage storage;
    private final ArticleReading reading;
    private final ReaderViews views;

    ArticleLists(Operations operations, KnowledgeStorage storage, ArticleReading reading, ReaderViews views) {
        this.operations = operations;
        this.storage = storage;
        this.reading = reading;
        this.views = views;
    }

    List<ArticleSummary> related(Actor actor, ArticleId article, @Nullable LanguageTag language) {
        return operations.perform(LIST_RELATED, actor, article, context -> {
            List<ArticleId> order = reading.find(context, article).settings().related();
            return storage.published().listOf(context.tx(), context.scope(), Set.copyOf(order), context.now()).stream()
                    .sorted(Comparator.comparing(found -> order.indexOf(found.id())))
                    .map(found -> views.summary(found, language))
                    .toList();
        });
    }

    Page<ArticleSummary> list(
            Actor actor, @Nullable CategoryId category, @Nullable LanguageTag language, PageRequest page) {
        Listing.Rows<PublishedArticle> rows = (context, after, limit) ->
                storage.published().list(context.tx(), context.scope(), context.now(), category, after, limit);
        return operations
                .list(
                        LIST_ARTICLES,
                        actor,
                        new Listing<>(
                                page,
                                Optional.ofNullable(category)
                                        .map(CategoryId::toString)
                                        .orElse(""),
                                rows,
                                article -> Keyset.ofId(article.id())))
                .map(article -> views.summary(article, language));
    }

    List<CategorySummary> categories(Actor actor, @Nullable LanguageTag language) {
        return operations.perform(
                LIST_CATEGORIES,
                actor,
                "",
                context -> views.categories(
                        storage.categories().list(context.tx(), context.scope()),
                        storage.published().countByCategory(context.tx(), context.scope(), context.now()),
                        language));
    }
}
