// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link PublishedArticleStore}: implement it in a test class and return the storage to be tested. Its
 * {@link KnowledgeStorage#articles()} and {@link KnowledgeStorage#slugs()} write what its {@link KnowledgeStorage#published()} show, in those of
 * its {@link KnowledgeStorage#categories()} that are there; the other stores are not used.
 */
@ContractOf(PublishedArticleStore.class)
public interface PublishedArticleStoreContract
        extends ScheduledArticleContract, AddressedArticleContract, StampedArticleContract {
    /** Returns a storage without articles and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<KnowledgeStorage> fixture();

    /** Unchanged, and as it was published last. */
    @Test
    @Promise(1)
    default void whatIsPublishedComesBackWithAllItsComponents() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            Revision<ArticleContent> revision = Revision.of(
                    i + 1,
                    Articles.full(texts.get(i), random),
                    Awkward.instants().get(i % Awkward.instants().size()));
            Parts<ArticleContent> parts = new Parts<>(null, revision);
            ArticleId id = Articles.id(random);
            PublishedArticles.insert(
                    kb, new StoredArticle(ACME, id, ArticleState.PUBLISHED, null, parts, 1, Articles.NOON));
            assertThat(PublishedArticles.find(kb, ALL, id, revision.publishedAt()))
                    .contains(PublishedArticles.always(id, revision));
        }
    }

    /** From the first draft to the archive. */
    @Test
    @Promise(1)
    default void onlyWhatIsPublishedNowIsThere() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        StoredArticle draft = Articles.draft(ACME, Articles.id(Seed.random()), null, "first");
        PublishedArticles.insert(kb, draft);
        assertThat(PublishedArticles.find(kb, ALL, draft.id())).as("a draft").isEmpty();
        Revision<ArticleContent> revision = Articles.revision(1, Articles.content("first"));
        StoredArticle published = draft.next(ArticleState.PUBLISHED, new Parts<>(null, revision), Articles.NOON);
        PublishedArticles.update(kb, published);
        assertThat(PublishedArticles.find(kb, ALL, draft.id()))
                .contains(PublishedArticles.always(draft.id(), revision));
        StoredArticle archived = published.next(ArticleState.ARCHIVED, published.parts(), Articles.NOON);
        PublishedArticles.update(kb, archived);
        assertThat(PublishedArticles.find(kb, ALL, draft.id())).as("archived").isEmpty();
        PublishedArticles.update(kb, archived.next(ArticleState.PUBLISHED, published.parts(), Articles.NOON));
        assertThat(PublishedArticles.find(kb, ALL, draft.id()))
                .as("published again")
                .isPresent();
        assertThat(PublishedArticles.find(kb, Scope.wholeTenant(OTHER), draft.id()))
                .as("to another tenant")
                .isEmpty();
    }

    /** For a hundred scopes and thirty articles without a draft beside what is published. */
    @Test
    @Promise(1)
    default void whatAScopeDoesNotCoverIsAbsent() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = PublishedArticles.inserted(kb, 30, scopes, random);
        StoredArticle foreign = Articles.published(OTHER, Articles.id(random), Articles.content("of another tenant"));
        PublishedArticles.insert(kb, foreign);
        assertThat(PublishedArticles.find(kb, ALL, foreign.id())).isEmpty();
        for (int i = 0; i < 100; i++) {
            Scope scope = scopes.scope(ACME);
            kept.forEach(article -> assertThat(PublishedArticles.find(kb, scope, article.id()))
                    .as("%s in %s", article.publishedLabel(), scope)
                    .isEqualTo(PublishedArticles.visible(article, scope)));
        }
    }

    /** For thirty scopes, with a category and without, whatever the size of a page. */
    @Test
    @Promise(2)
    default void theListIsWhatTheScopeCoversInTheOrderOfIds() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = PublishedArticles.inserted(kb, 40, scopes, random);
        for (int i = 0; i < 30; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            CategoryId category = i % 3 == 0 ? null : PublishedArticles.category(random.nextInt(4));
            List<PublishedArticle> expected = kept.stream()
                    .sorted(Articles.BY_ID)
                    .flatMap(article -> PublishedArticles.visible(article, scope).stream())
                    .filter(article -> category == null
                            || article.revision().content().categories().contains(category))
                    .toList();
            for (int limit : new int[] {3, 100}) {
                assertThat(PublishedArticles.list(kb, scope, category, limit, number -> {}))
                        .as("pages of %d in %s of %s", limit, category, scope)
                        .isEqualTo(expected);
            }
        }
        PublishedArticles.insert(
                kb, Articles.published(OTHER, Articles.id(random), Articles.content("of another tenant")));
        assertThat(PublishedArticles.list(kb, ALL, null, 100, number -> {})).hasSize((int) kept.stream()
                .filter(article -> PublishedArticles.visible(article, ALL).isPresent())
                .count());
    }

    /** What stays appears once, wherever others come in or are taken out of sight. */
    @Test
    @Promise(2)
    default void pagesLoseNothingToWhatComesAndGoesMeanwhile() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<StoredArticle> kept = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            kept.add(Articles.published(ACME, Articles.id(random), Articles.content("article " + i)));
        }
        kept.forEach(article -> PublishedArticles.insert(kb, article));
        List<StoredArticle> vanishing = List.of(kept.get(3), kept.get(9), kept.get(15));
        List<PublishedArticle> seen = PublishedArticles.list(kb, ALL, null, 3, number -> {
            if (number <= 3) {
                StoredArticle gone = vanishing.get(number - 1);
                PublishedArticles.update(kb, gone.next(ArticleState.ARCHIVED, gone.parts(), Articles.NOON));
                PublishedArticles.insert(kb, Articles.published(ACME, Articles.id(random), Articles.content("new")));
            }
        });
        kept.removeAll(vanishing);
        List<ArticleId> ids = seen.stream().map(PublishedArticle::id).toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsAll(kept.stream().map(StoredArticle::id).toList());
    }

    /** Even when the article that the last page ended with has vanished. */
    @Test
    @Promise(2)
    default void aPageBeginsBehindAPlaceWhereNothingIs() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<StoredArticle> kept = IntStream.range(0, 6)
                .mapToObj(i -> Articles.published(ACME, Articles.id(random), Articles.content("article " + i)))
                .sorted(Articles.BY_ID)
                .toList();
        kept.forEach(article -> PublishedArticles.insert(kb, article));
        StoredArticle gone = kept.get(2);
        PublishedArticles.update(kb, gone.next(ArticleState.ARCHIVED, gone.parts(), Articles.NOON));
        List<PublishedArticle> next =
                kb.read((tx, store) -> store.published().list(tx, ALL, Articles.NOON, null, Keyset.ofId(gone.id()), 2));
        assertThat(next.stream().map(PublishedArticle::id))
                .containsExactly(kept.get(3).id(), kept.get(4).id());
    }

    /** For a hundred scopes. */
    @Test
    @Promise(3)
    default void eachCategoryIsCountedAsItIsListed() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = PublishedArticles.inserted(kb, 40, scopes, random);
        PublishedArticles.insert(
                kb,
                Articles.published(
                        OTHER, Articles.id(random), Articles.content("other").in(PublishedArticles.category(0))));
        for (int i = 0; i < 100; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            Map<CategoryId, Integer> expected = new HashMap<>();
            kept.stream()
                    .flatMap(article -> PublishedArticles.visible(article, scope).stream())
                    .flatMap(article -> article.revision().content().categories().stream())
                    .forEach(category -> expected.merge(category, 1, Integer::sum));
            assertThat(kb.<Map<CategoryId, Integer>>read(
                            (tx, store) -> store.published().countByCategory(tx, scope, Articles.NOON)))
                    .as("%s", scope)
                    .isEqualTo(expected);
        }
    }

    /** Neither its words nor its audiences nor its categories. */
    @Test
    @Promise(4)
    default void aDraftBesideThePublishedTextChangesNothing() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Scope readers = ALL.ofAudiences(Bound.only(List.of(Audience.PUBLIC)));
        for (boolean isPublic : new boolean[] {true, false}) {
            Audience[] audiences = {isPublic ? Audience.PUBLIC : Audience.SIGNED_IN};
            Audience[] others = {isPublic ? Audience.SIGNED_IN : Audience.PUBLIC};
            ArticleContent content = Articles.content("published")
                    .in(PublishedArticles.category(0))
                    .forAudiences(audiences);
            StoredArticle article = Articles.published(ACME, Articles.id(random), content);
            PublishedArticles.insert(kb, article);
            PublishedArticles.Seen before = PublishedArticles.seen(kb, readers, article.id());

            ArticleContent draft =
                    Articles.content("draft").in(PublishedArticles.category(1)).forAudiences(others);
            Parts<ArticleContent> both = new Parts<>(draft, article.parts().published());
            PublishedArticles.update(kb, article.next(ArticleState.PUBLISHED, both, Articles.NOON.plusSeconds(1)));

            assertThat(PublishedArticles.seen(kb, readers, article.id())).isEqualTo(before);
        }
    }

    /** One and all of several, now and later; the article is there as before. */
    @Test
    @Promise(8)
    default void nothingStandsInACategoryThatIsGone() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        CategoryId[] both = {PublishedArticles.category(0), PublishedArticles.category(1)};
        StoredArticle article = Articles.published(
                ACME, Articles.id(random), Articles.content("Hagel").in(both));
        StoredArticle other = Articles.published(
                OTHER, article.id(), Articles.content("Frost").in(both));
        PublishedArticles.insert(kb, article);
        PublishedArticles.insert(kb, other);
        Revision<ArticleContent> shown = Objects.requireNonNull(article.parts().published());
        List<CategoryId> left = new ArrayList<>(List.of(both));
        for (CategoryId gone : both) {
            kb.change((tx, store) -> store.categories().delete(tx, ALL, gone));
            left.remove(gone);
            PublishedArticle expected = PublishedArticles.always(
                    article.id(),
                    new Revision<>(
                            shown.number(),
                            shown.content().in(left.toArray(CategoryId[]::new)),
                            shown.origins(),
                            shown.publishedAt()));

            assertThat(PublishedArticles.find(kb, ALL, article.id())).contains(expected);
            assertThat(PublishedArticles.list(kb, ALL, null, 10, number -> {})).containsExactly(expected);
            assertThat(PublishedArticles.list(kb, ALL, gone, 10, number -> {})).isEmpty();
            left.forEach(category -> assertThat(PublishedArticles.list(kb, ALL, category, 10, number -> {}))
                    .containsExactly(expected));
            assertThat(kb.<Map<CategoryId, Integer>>read(
                            (tx, store) -> store.published().countByCategory(tx, ALL, Articles.NOON)))
                    .isEqualTo(left.stream().collect(Collectors.toMap(category -> category, category -> 1)));
            List<PlannedArticle> planned = kb.read((tx, store) -> Stream.concat(
                            store.published().findSchedule(tx, ALL, article.id(), Articles.NOON).stream(),
                            store.published().listSchedules(tx, ALL, Articles.NOON, null, 10).stream())
                    .toList());
            assertThat(planned)
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.schedule().showings()).containsExactly(expected.showing()));
        }
        assertThat(PublishedArticles.find(kb, Scope.wholeTenant(OTHER), article.id()))
                .as("another tenant's")
                .contains(PublishedArticles.always(
                        other.id(), Objects.requireNonNull(other.parts().published())));
    }
}
