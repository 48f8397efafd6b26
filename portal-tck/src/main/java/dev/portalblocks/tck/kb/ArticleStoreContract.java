// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link ArticleStore}: implement it in a test class and return the store to be tested.
 *
 * <p>The largest text has 10,000,000 characters.
 */
@ContractOf(ArticleStore.class)
public interface ArticleStoreContract extends ArticleWritingContract, ArticleListContract {
    /** Returns a store without articles and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<ArticleStore> fixture();

    /** Of every state, with draft, published text or both, with awkward texts and times. */
    @Test
    @Promise(1)
    default void anArticleComesBackWithAllItsComponents() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            Instant at = Awkward.instants().get(i % Awkward.instants().size());
            ArticleContent content = Articles.full(texts.get(i), random);
            Revision<ArticleContent> published =
                    Revision.of(Long.MAX_VALUE - i, Articles.full(texts.get(i) + 1, random), at);
            Parts<ArticleContent> parts = new Parts<>(i % 3 == 0 ? null : content, i % 3 == 1 ? null : published);
            SourceKey source = i % 2 == 0 ? null : new SourceKey("source " + texts.get(i), "path " + texts.get(i));
            ArticleState state = List.of(ArticleState.values()).get(i % ArticleState.values().length);
            assertComesBack(
                    articles,
                    new StoredArticle(ACME, Articles.id(random), state, source, parts, 1, at)
                            .with(i % 4 == 0 ? ArticleSettings.none() : Articles.settings(texts.get(i))));
        }
    }

    /** As large as an article may be. */
    @Test
    @Promise(1)
    default void aLargeArticleComesBack() {
        String body = "\u00FC\uD83D\uDE00a".repeat(2_500_000);
        ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "T".repeat(300), body);
        StoredArticle article = Articles.published(ACME, Articles.id(Seed.random()), content);
        assertComesBack(fixture(), article);
    }

    /** Each component, also back to nothing. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWrittenLast() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        StoredArticle first = Articles.draft(ACME, Articles.id(random), null, "first");
        assertThat(find(articles, ALL, first.id())).isEmpty();
        articles.change((tx, store) -> store.insert(tx, first));
        Parts<ArticleContent> published = new Parts<>(null, Articles.revision(1, Articles.full("x", random)));
        StoredArticle second = first.next(ArticleState.PUBLISHED, published, Articles.NOON.plusNanos(1_000));
        StoredArticle third = second.next(ArticleState.ARCHIVED, first.parts(), Articles.NOON);
        articles.change((tx, store) -> {
            store.update(tx, second);
            assertThat(store.find(tx, ALL, first.id())).contains(second);
        });
        assertThat(find(articles, ALL, first.id())).contains(second);
        articles.change((tx, store) -> store.update(tx, third));
        assertThat(find(articles, ALL, first.id())).contains(third);
        StoredArticle planned = third.next(
                ArticleState.PUBLISHED,
                ScheduledArticles.of(
                                first.id(), ScheduledArticles.shown(1, 0, 10), ScheduledArticles.shown(2, 20, null))
                        .parts(),
                Articles.NOON);
        StoredArticle reviewed = planned.next(
                ArticleState.PUBLISHED,
                planned.parts().drafted(Articles.content("draft"), Articles.editing()),
                Articles.NOON);
        StoredArticle nothing =
                reviewed.next(ArticleState.ARCHIVED, reviewed.parts().scheduled(Schedule.none()), Articles.NOON);
        for (StoredArticle next : List.of(planned, reviewed, nothing)) {
            articles.change((tx, store) -> store.update(tx, next));
            assertThat(find(articles, ALL, first.id())).contains(next);
        }
    }

    /** For a hundred scopes and thirty articles. */
    @Test
    @Promise(1)
    default void whatAScopeDoesNotCoverIsAbsent() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = Articles.anyInserted(articles, ACME, 30, random);
        for (int i = 0; i < 100; i++) {
            Scope scope = scopes.scope(ACME);
            kept.forEach(article -> assertThat(find(articles, scope, article.id()))
                    .as("%s in %s", article, scope)
                    .isEqualTo(Optional.of(article).filter(a -> a.isWithin(scope))));
        }
    }

    /** In every state, and however the store finds or lists it. */
    @Test
    @Promise(1)
    default void anArticleOfWhichAScopeCoversOnlyOneSideIsAbsent() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        ArticleContent own = Articles.content("own").forAudiences(Audience.role("broker"));
        ArticleContent foreign = Articles.content("foreign").forAudiences(Audience.PUBLIC);
        Scope narrow = ALL.ofAudiences(Bound.only(Set.of(Audience.role("broker"))));
        for (ArticleState state : ArticleState.values()) {
            for (Parts<ArticleContent> parts : List.of(
                    new Parts<>(own, Articles.revision(1, foreign)), new Parts<>(foreign, Articles.revision(1, own)))) {
                SourceKey source =
                        new SourceKey("handbuch", state + Articles.id(random).toString());
                StoredArticle article =
                        new StoredArticle(ACME, Articles.id(random), state, source, parts, 1, Articles.NOON);
                articles.change((tx, store) -> {
                    store.insert(tx, article);
                    assertThat(store.find(tx, narrow, article.id())).isEmpty();
                    assertThat(store.findForUpdate(tx, narrow, article.id())).isEmpty();
                    assertThat(store.findBySource(tx, narrow, source)).isEmpty();
                    assertThat(store.list(tx, narrow, null, 10)).isEmpty();
                    assertThat(store.listBySource(tx, narrow, "handbuch", null, 10))
                            .isEmpty();
                });
            }
        }
    }

    /** For thirty scopes and thirty articles. */
    @Test
    @Promise(2)
    default void whatAScopeDoesNotCoverIsAbsentToWhoLocks() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = Articles.anyInserted(articles, ACME, 30, random);
        for (int i = 0; i < 30; i++) {
            Scope scope = scopes.scope(ACME);
            articles.change((tx, store) ->
                    kept.forEach(article -> assertThat(store.findForUpdate(tx, scope, article.id()))
                            .as("%s in %s", article, scope)
                            .isEqualTo(Optional.of(article).filter(a -> a.isWithin(scope)))));
        }
    }

    /** Also after it was changed; its source and its path are two things. */
    @Test
    @Promise(3)
    default void anArticleIsFoundByTheSourceThatItCameFrom() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        for (String text : Awkward.texts()) {
            SourceKey source = new SourceKey("s" + text, "p" + text);
            StoredArticle article = Articles.draft(ACME, Articles.id(random), source, text);
            assertThat(findBySource(articles, ALL, source)).as(text).isEmpty();
            articles.change((tx, store) -> store.insert(tx, article));
            assertThat(findBySource(articles, ALL, source)).as(text).contains(article);
            StoredArticle changed = Articles.renamed(article, "changed");
            articles.change((tx, store) -> store.update(tx, changed));
            assertThat(findBySource(articles, ALL, source)).as(text).contains(changed);
        }
        articles.change((tx, store) -> {
            store.insert(tx, Articles.draft(ACME, Articles.id(random), new SourceKey("a", "b/c"), "one"));
            store.insert(tx, Articles.draft(ACME, Articles.id(random), new SourceKey("a/b", "c"), "two"));
        });
        assertThat(findBySource(articles, ALL, new SourceKey("a", "b/c")))
                .map(Articles::title)
                .contains("one");
        assertThat(findBySource(articles, ALL, new SourceKey("a/b", "c")))
                .map(Articles::title)
                .contains("two");
    }

    /** For a hundred scopes. */
    @Test
    @Promise(3)
    default void whatAScopeDoesNotCoverIsNotFoundByItsSource() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        Map<SourceKey, StoredArticle> kept = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            SourceKey source = new SourceKey("handbuch", i + ".md");
            StoredArticle any = Articles.any(ACME, scopes, random);
            StoredArticle article =
                    new StoredArticle(ACME, any.id(), any.state(), source, any.parts(), any.version(), any.changedAt());
            articles.change((tx, store) -> store.insert(tx, article));
            kept.put(source, article);
        }
        for (int i = 0; i < 100; i++) {
            Scope scope = scopes.scope(ACME);
            kept.forEach((source, article) -> assertThat(findBySource(articles, scope, source))
                    .as("%s in %s", article, scope)
                    .isEqualTo(Optional.of(article).filter(a -> a.isWithin(scope))));
        }
    }

    /** Of two tenants with the same id and source each has its own. */
    @Test
    @Promise(7)
    default void tenantsNeverMeet() {
        StoreFixture<ArticleStore> articles = fixture();
        ArticleId id = Articles.id(Seed.random());
        SourceKey source = new SourceKey("handbuch", "a.md");
        StoredArticle first = Articles.draft(ACME, id, source, "first");
        StoredArticle second = Articles.draft(OTHER, id, source, "second");
        assertThat(articles.<Boolean>write((tx, store) -> store.insert(tx, first)))
                .isTrue();
        Scope other = Scope.wholeTenant(OTHER);
        assertThat(find(articles, other, id)).isEmpty();
        assertThat(findBySource(articles, other, source)).isEmpty();
        assertThat(articles.<Optional<StoredArticle>>write((tx, store) -> store.findForUpdate(tx, other, id)))
                .isEmpty();
        assertThat(articles.<Boolean>write((tx, store) -> store.update(tx, Articles.renamed(second, "never"))))
                .isFalse();
        assertThat(articles.<Boolean>write((tx, store) -> store.insert(tx, second)))
                .isTrue();
        for (StoredArticle article : List.of(first, second)) {
            Scope scope = Scope.wholeTenant(article.tenant());
            assertThat(find(articles, scope, id)).contains(article);
            assertThat(findBySource(articles, scope, source)).contains(article);
            assertThat(articles.<List<StoredArticle>>read((tx, store) -> store.list(tx, scope, null, 10)))
                    .containsExactly(article);
            assertThat(articles.<List<StoredArticle>>read(
                            (tx, store) -> store.listBySource(tx, scope, "handbuch", null, 10)))
                    .containsExactly(article);
        }
    }

    private static void assertComesBack(StoreFixture<ArticleStore> articles, StoredArticle article) {
        assertThat(articles.<Boolean>write((tx, store) -> store.insert(tx, article)))
                .isTrue();
        boolean same = find(articles, ALL, article.id()).filter(article::equals).isPresent();
        assertThat(same)
                .as("article %s comes back unchanged", Articles.title(article))
                .isTrue();
    }

    private static Optional<StoredArticle> find(StoreFixture<ArticleStore> articles, Scope scope, ArticleId id) {
        return articles.read((tx, store) -> store.find(tx, scope, id));
    }

    private static Optional<StoredArticle> findBySource(
            StoreFixture<ArticleStore> articles, Scope scope, SourceKey source) {
        return articles.read((tx, store) -> store.findBySource(tx, scope, source));
    }
}
