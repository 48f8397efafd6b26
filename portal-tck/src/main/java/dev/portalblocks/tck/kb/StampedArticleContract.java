// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.ArticleStamp;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link PublishedArticleStore} about how it is told that an article is still so; a part of {@link
 * PublishedArticleStoreContract}.
 */
@ContractOf(PublishedArticleStore.class)
public interface StampedArticleContract {
    /** Returns a storage without articles and its domain; asked once, at the beginning of each test. */
    StoreFixture<KnowledgeStorage> fixture();

    /** Of thirty articles, for thirty moments and scopes. */
    @Test
    @Promise(9)
    default void aStampIsThatOfTheScheduleAsFarAsTheScopeCoversIt() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = ScheduledArticles.inserted(kb, 30, scopes, random);
        StoredArticle foreign = Articles.published(OTHER, Articles.id(random), Articles.content("of another tenant"));
        PublishedArticles.insert(kb, foreign);
        assertThat(kb.<Optional<ArticleStamp>>read(
                        (tx, store) -> store.published().findStamp(tx, ALL, foreign.id(), Articles.NOON)))
                .isEmpty();
        int found = 0;
        for (int i = 0; i < 30; i++) {
            Scope scope = i < 10 ? ALL : scopes.scope(ACME);
            Instant moment = ScheduledArticles.moment(random);
            for (StoredArticle article : kept) {
                Optional<ArticleStamp> expected =
                        article.publishedLabel().filter(scope::covers).isPresent()
                                ? ScheduledArticles.lasting(article, moment).map(PlannedArticle::stamp)
                                : Optional.empty();
                assertThat(kb.<Optional<ArticleStamp>>read(
                                (tx, store) -> store.published().findStamp(tx, scope, article.id(), moment)))
                        .as("%s at %s", scope, moment)
                        .isEqualTo(expected);
                found += expected.isPresent() ? 1 : 0;
            }
        }
        assertThat(found).isPositive();
    }

    /** Whatever is changed of it, and when a category goes that it is shown in; not by what becomes of others. */
    @Test
    @Promise(9)
    default void eachChangeMakesAnotherStamp() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        CategoryId[] both = {PublishedArticles.category(0), PublishedArticles.category(1)};
        SplittableRandom random = Seed.random();
        StoredArticle article = Articles.published(
                ACME, Articles.id(random), Articles.content("Hagel").in(both));
        StoredArticle elsewhere = Articles.published(
                OTHER, article.id(), Articles.content("Frost").in(both));
        PublishedArticles.insert(kb, article);
        PublishedArticles.insert(kb, elsewhere);
        StoredArticle beside = Articles.published(ACME, Articles.id(random), Articles.content("Sturm"));
        PublishedArticles.insert(kb, beside);

        ArticleStamp first = stamp(kb, ALL, article);
        assertThat(first).isEqualTo(new ArticleStamp(article.version(), article.changedAt(), Set.of()));
        update(kb, beside, same -> same);
        assertThat(stamp(kb, ALL, article)).isEqualTo(first);

        Set<ArticleStamp> all = new HashSet<>(Set.of(first));
        StoredArticle named =
                update(kb, article, it -> it.with(ArticleSettings.none().called(LanguageTag.GERMAN, "hagelschaden")));
        assertThat(all.add(stamp(kb, ALL, article))).isTrue();
        for (CategoryId gone : both) {
            kb.change((tx, store) -> store.categories().delete(tx, ALL, gone));
            assertThat(all.add(stamp(kb, ALL, article))).as("without %s", gone).isTrue();
        }
        assertThat(stamp(kb, ALL, article))
                .isEqualTo(new ArticleStamp(named.version(), named.changedAt(), Set.of(both)))
                .isEqualTo(kb.<PlannedArticle>read((tx, store) -> store.published()
                                .findSchedule(tx, ALL, article.id(), Articles.NOON)
                                .orElseThrow())
                        .stamp());
        assertThat(stamp(kb, Scope.wholeTenant(OTHER), elsewhere).gone())
                .as("another tenant's categories")
                .isEmpty();
    }

    private static StoredArticle update(
            StoreFixture<KnowledgeStorage> kb, StoredArticle article, UnaryOperator<StoredArticle> change) {
        StoredArticle next = change.apply(article)
                .next(article.state(), article.parts(), article.changedAt().plusSeconds(1));
        kb.change((tx, store) -> store.articles().update(tx, next));
        return next;
    }

    private static ArticleStamp stamp(StoreFixture<KnowledgeStorage> kb, Scope scope, StoredArticle article) {
        return kb.<Optional<ArticleStamp>>read(
                        (tx, store) -> store.published().findStamp(tx, scope, article.id(), Articles.NOON))
                .orElseThrow();
    }
}
