// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.BY_ID;
import static dev.portalblocks.tck.kb.Articles.NOON;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The promises of {@link ArticleCareStore} about languages; a part of {@link ArticleCareStoreContract}. */
@ContractOf(ArticleCareStore.class)
public interface TranslatedArticleContract {
    /** Returns a storage without articles and its domain; asked once, at the beginning of each test. */
    StoreFixture<KnowledgeStorage> fixture();

    /** For forty scopes and moments, those at which something ends among them. */
    @Test
    @Promise(3)
    default void languagesAreCountedOfWhatTheScopeCoversFromTheMomentOn() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<StoredArticle> kept = inserted(kb, random);
        RandomScopes scopes = new RandomScopes(random);
        for (int i = 0; i < 40; i++) {
            Scope scope = i % 4 == 0 ? ALL : scopes.scope(ACME);
            Instant since = moment(random, kept);
            assertThat(counted(kb, scope, since))
                    .as("%s since %s", scope, since)
                    .isEqualTo(TranslatedArticles.counted(kept, scope, since));
        }
    }

    /** A text that is planned counts at once, one that ends counts until then, and an article of which nothing is left is gone. */
    @Test
    @Promise(3)
    default void aTextCountsUntilReadersSeeNoneOfItsLanguage() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        StoredArticle article = TranslatedArticles.of(
                Articles.id(Seed.random()),
                TranslatedArticles.shown(0, 10, "de:1 en:1"),
                TranslatedArticles.shown(10, 20, "de:2 en:1"),
                TranslatedArticles.shown(30, 40, "de:2"));
        PublishedArticles.insert(kb, article);
        LanguageCoverage german = new LanguageCoverage(LanguageTag.GERMAN, 1, 1, 0);
        LanguageCoverage english = new LanguageCoverage(LanguageTag.ENGLISH, 1, 1, 1);
        for (int minute : new int[] {-5, 0, 5, 10, 19}) {
            assertThat(counted(kb, ALL, ScheduledArticles.minute(minute))).containsExactly(german, english);
        }
        assertThat(counted(kb, ALL, ScheduledArticles.minute(20).minusNanos(1_000)))
                .containsExactly(german, english);
        assertThat(counted(kb, ALL, ScheduledArticles.minute(20))).containsExactly(german);
        assertThat(counted(kb, ALL, ScheduledArticles.minute(39))).containsExactly(german);
        assertThat(counted(kb, ALL, ScheduledArticles.minute(40))).isEmpty();
    }

    /** Whatever was said of it before. */
    @Test
    @Promise(3)
    default void aChangedArticleCountsAsItStands() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        StoredArticle article = TranslatedArticles.any(random, new RandomScopes(random));
        PublishedArticles.insert(kb, article);
        for (int i = 0; i < 60; i++) {
            StoredArticle other = TranslatedArticles.any(random, new RandomScopes(random));
            article = article.next(other.state(), other.parts(), NOON);
            PublishedArticles.update(kb, article);
            for (Instant since : ScheduledArticles.around(article)) {
                assertThat(counted(kb, ALL, since))
                        .as("since %s after change %d", since, i)
                        .isEqualTo(TranslatedArticles.counted(List.of(article), ALL, since));
            }
        }
    }

    /** For thirty scopes and moments, whatever the size of a page; also of a language that nothing is written in. */
    @Test
    @Promise(4)
    default void whatIsNotTranslatedIsWhatTheScopeCoversInTheOrderOfIds() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<StoredArticle> kept = inserted(kb, random);
        RandomScopes scopes = new RandomScopes(random);
        for (int i = 0; i < 30; i++) {
            Scope scope = i % 4 == 0 ? ALL : scopes.scope(ACME);
            Instant since = moment(random, kept);
            for (LanguageTag language : List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH, LanguageTag.of("tr"))) {
                List<StoredArticle> expected = kept.stream()
                        .filter(article -> article.isWithin(scope)
                                && TranslatedArticles.lasts(article, since)
                                && !TranslatedArticles.isUpToDate(article, language, since))
                        .sorted(BY_ID)
                        .toList();
                for (int limit : new int[] {1, 3, 60}) {
                    assertThat(untranslated(kb, scope, language, since, limit))
                            .as("%s in %s since %s", language, scope, since)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Neither is counted for the other, and what one has translated the other has not. */
    @Test
    @Promise(4)
    default void languagesOfTwoTenantsNeverMeet() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        StoredArticle here =
                TranslatedArticles.of(Articles.id(Seed.random()), TranslatedArticles.shown(0, null, "de:1"));
        StoredArticle there = new StoredArticle(
                OTHER,
                here.id(),
                ArticleState.PUBLISHED,
                null,
                TranslatedArticles.of(here.id(), TranslatedArticles.shown(0, null, "de:1 en:1"))
                        .parts(),
                1,
                NOON);
        PublishedArticles.insert(kb, here);
        PublishedArticles.insert(kb, there);
        assertThat(counted(kb, ALL, NOON)).containsExactly(new LanguageCoverage(LanguageTag.GERMAN, 1, 1, 0));
        assertThat(untranslated(kb, ALL, LanguageTag.ENGLISH, NOON, 10)).containsExactly(here);
        assertThat(counted(kb, Scope.wholeTenant(OTHER), NOON)).hasSize(2);
        assertThat(untranslated(kb, Scope.wholeTenant(OTHER), LanguageTag.ENGLISH, NOON, 10))
                .isEmpty();
    }

    private static List<StoredArticle> inserted(StoreFixture<KnowledgeStorage> kb, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            kept.add(TranslatedArticles.any(random, scopes));
            PublishedArticles.insert(kb, kept.get(i));
        }
        return kept;
    }

    private static Instant moment(SplittableRandom random, List<StoredArticle> articles) {
        Set<Instant> moments = new TreeSet<>();
        moments.add(ScheduledArticles.moment(random));
        moments.addAll(ScheduledArticles.around(articles.get(random.nextInt(articles.size()))));
        return List.copyOf(moments).get(random.nextInt(moments.size()));
    }

    private static List<LanguageCoverage> counted(StoreFixture<KnowledgeStorage> kb, Scope scope, Instant since) {
        return kb.read((tx, store) -> store.care().countByLanguage(tx, scope, since));
    }

    private static List<StoredArticle> untranslated(
            StoreFixture<KnowledgeStorage> kb, Scope scope, LanguageTag language, Instant since, int limit) {
        return Pages.walk(
                limit,
                (after, size) ->
                        kb.read((tx, store) -> store.care().listUntranslated(tx, scope, language, since, after, size)),
                article -> Keyset.ofId(article.id()));
    }
}
