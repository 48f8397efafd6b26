// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredCategory;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contract of published articles asks of a storage over and over. */
final class PublishedArticles {
    private PublishedArticles() {}

    /**
     * What readers see.
     *
     * @param found of an article
     * @param listed in all
     * @param ofFirst in the published category
     * @param ofSecond in the draft's category
     * @param counts by category
     */
    record Seen(
            Optional<PublishedArticle> found,
            List<PublishedArticle> listed,
            List<PublishedArticle> ofFirst,
            List<PublishedArticle> ofSecond,
            Map<CategoryId, Integer> counts) {}

    static Seen seen(StoreFixture<KnowledgeStorage> kb, Scope scope, ArticleId id) {
        return seen(kb, scope, id, Articles.NOON);
    }

    static Seen seen(StoreFixture<KnowledgeStorage> kb, Scope scope, ArticleId id, Instant moment) {
        return new Seen(
                find(kb, scope, id, moment),
                list(kb, new Asked(scope, moment, null), 10, number -> {}),
                list(kb, new Asked(scope, moment, category(0)), 10, number -> {}),
                list(kb, new Asked(scope, moment, category(1)), 10, number -> {}),
                kb.read((tx, store) -> store.published().countByCategory(tx, scope, moment)));
    }

    static CategoryId category(int number) {
        return CategoryId.of(new UUID(1, number));
    }

    /** Inserts articles of every state, each for audiences and in categories of its own, without drafts beside. */
    static List<StoredArticle> inserted(
            StoreFixture<KnowledgeStorage> kb, int count, RandomScopes scopes, SplittableRandom random) {
        List<StoredArticle> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CategoryId[] categories = IntStream.range(0, 3)
                    .filter(category -> random.nextInt(3) == 0)
                    .mapToObj(PublishedArticles::category)
                    .toArray(CategoryId[]::new);
            ArticleContent content =
                    Articles.forSome(Articles.content("article " + i), scopes).in(categories);
            StoredArticle article = Articles.published(ACME, Articles.id(random), content);
            if (i % 5 == 0) {
                article = new StoredArticle(
                        ACME, article.id(), ArticleState.ARCHIVED, null, article.parts(), 1, Articles.NOON);
            } else if (i % 5 == 1) {
                article = new StoredArticle(
                        ACME, article.id(), ArticleState.DRAFT, null, new Parts<>(content, null), 1, Articles.NOON);
            }
            kept.add(article);
        }
        kept.forEach(article -> insert(kb, article));
        return kept;
    }

    static Optional<PublishedArticle> visible(StoredArticle article, Scope scope) {
        return visible(article, scope, Articles.NOON);
    }

    static Optional<PublishedArticle> visible(StoredArticle article, Scope scope, Instant moment) {
        return article.publishedLabel().filter(scope::covers).flatMap(label -> article.shownAt(moment));
    }

    /** Returns what readers see who see nothing else, since then and for ever. */
    static PublishedArticle always(ArticleId id, Revision<ArticleContent> revision) {
        return new PublishedArticle(id, new Showing<>(revision.publishedAt(), null, revision), ArticleSettings.none());
    }

    /** The categories of what is published are there. */
    static void insert(StoreFixture<KnowledgeStorage> kb, StoredArticle article) {
        insertCategories(kb, article);
        assertThat(kb.<Boolean>write((tx, store) -> store.articles().insert(tx, article)))
                .isTrue();
    }

    /** The categories of what is published are there. */
    static void update(StoreFixture<KnowledgeStorage> kb, StoredArticle article) {
        insertCategories(kb, article);
        assertThat(kb.<Boolean>write((tx, store) -> store.articles().update(tx, article)))
                .isTrue();
    }

    private static void insertCategories(StoreFixture<KnowledgeStorage> kb, StoredArticle article) {
        Stream<Revision<ArticleContent>> all =
                article.parts().schedule().showings().stream().map(Showing::revision);
        List<CategoryId> named = all.flatMap(revision -> revision.content().categories().stream())
                .distinct()
                .toList();
        kb.change((tx, store) -> named.forEach(id -> store.categories().insert(tx, stored(article.tenant(), id))));
    }

    private static StoredCategory stored(TenantId tenant, CategoryId id) {
        return new StoredCategory(tenant, new Category(id, null, id.toString(), LocalizedText.german("Ort"), 1));
    }

    static Optional<PublishedArticle> find(StoreFixture<KnowledgeStorage> kb, Scope scope, ArticleId id) {
        return find(kb, scope, id, Articles.NOON);
    }

    static Optional<PublishedArticle> find(
            StoreFixture<KnowledgeStorage> kb, Scope scope, ArticleId id, Instant moment) {
        return kb.read((tx, store) -> store.published().find(tx, scope, id, moment));
    }

    static List<PublishedArticle> list(
            StoreFixture<KnowledgeStorage> kb,
            Scope scope,
            @Nullable CategoryId category,
            int limit,
            Pages.Between between) {
        return list(kb, new Asked(scope, Articles.NOON, category), limit, between);
    }

    /** Who asks for what at which moment. */
    record Asked(Scope scope, Instant moment, @Nullable CategoryId category) {}

    static List<PublishedArticle> list(
            StoreFixture<KnowledgeStorage> kb, Asked asked, int limit, Pages.Between between) {
        return Pages.walk(
                limit,
                (after, size) -> kb.read((tx, store) ->
                        store.published().list(tx, asked.scope(), asked.moment(), asked.category(), after, size)),
                article -> Keyset.ofId(article.id()),
                between);
    }
}
