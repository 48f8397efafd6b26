// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.NOON;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredSlug;
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
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link PublishedArticleStore} about articles that are asked for by a slug, or together; a part of {@link
 * PublishedArticleStoreContract}.
 */
@ContractOf(PublishedArticleStore.class)
public interface AddressedArticleContract {
    /** Returns a storage without articles and its domain; asked once, at the beginning of each test. */
    StoreFixture<KnowledgeStorage> fixture();

    /** As they were written last. */
    @Test
    @Promise(1)
    default void whatIsSaidBesideTheTextsComesBack() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        ArticleId id = Articles.id(Seed.random());
        StoredArticle first =
                Articles.published(ACME, id, Articles.content("x")).with(Articles.settings("hagel"));
        PublishedArticles.insert(kb, first);
        assertThat(PublishedArticles.find(kb, ALL, id))
                .get()
                .extracting(PublishedArticle::settings)
                .isEqualTo(Articles.settings("hagel"));
        StoredArticle second = first.next(first.state(), first.parts(), NOON)
                .with(ArticleSettings.none().called(LanguageTag.GERMAN, "sturm"));
        PublishedArticles.update(kb, second);
        assertThat(PublishedArticles.find(kb, ALL, id))
                .get()
                .extracting(PublishedArticle::settings)
                .isEqualTo(second.settings());
    }

    /** By each slug that it has, in its language, for eight scopes. */
    @Test
    @Promise(6)
    default void anArticleIsFoundByItsSlugsWithinTheScope() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = PublishedArticles.inserted(kb, 20, scopes, random);
        for (int i = 0; i < kept.size(); i++) {
            called(kb, ACME, LanguageTag.GERMAN, "hagel-" + i, kept.get(i).id());
            called(kb, ACME, LanguageTag.GERMAN, "alt-" + i, kept.get(i).id());
            called(
                    kb,
                    ACME,
                    LanguageTag.ENGLISH,
                    "hail-" + i,
                    kept.get(kept.size() - 1 - i).id());
        }
        for (int round = 0; round < 8; round++) {
            Scope scope = round == 0 ? ALL : scopes.scope(ACME);
            for (int i = 0; i < kept.size(); i++) {
                Optional<PublishedArticle> seen = PublishedArticles.visible(kept.get(i), scope);
                assertThat(bySlug(kb, scope, LanguageTag.GERMAN, "hagel-" + i, NOON))
                        .isEqualTo(seen);
                assertThat(bySlug(kb, scope, LanguageTag.GERMAN, "alt-" + i, NOON))
                        .isEqualTo(seen);
                assertThat(bySlug(kb, scope, LanguageTag.ENGLISH, "hail-" + i, NOON))
                        .isEqualTo(PublishedArticles.visible(kept.get(kept.size() - 1 - i), scope));
                assertThat(bySlug(kb, scope, LanguageTag.ENGLISH, "hagel-" + i, NOON))
                        .isEmpty();
            }
        }
    }

    /** As by its id: before, between and behind what is shown. */
    @Test
    @Promise(6)
    default void anArticleIsFoundByItsSlugWhileItIsShown() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        StoredArticle article = ScheduledArticles.of(
                Articles.id(Seed.random()), ScheduledArticles.shown(1, 0, 10), ScheduledArticles.shown(2, 20, null));
        PublishedArticles.insert(kb, article);
        called(kb, ACME, LanguageTag.GERMAN, "hagel", article.id());
        for (Instant moment : ScheduledArticles.around(article)) {
            assertThat(bySlug(kb, ALL, LanguageTag.GERMAN, "hagel", moment))
                    .as("%s", moment)
                    .isEqualTo(article.shownAt(moment));
        }
    }

    /** With the same slug, and even the same id. */
    @Test
    @Promise(6)
    default void slugsOfTwoTenantsNeverMeet() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        ArticleId id = Articles.id(Seed.random());
        StoredArticle mine = Articles.published(ACME, id, Articles.content("mine"));
        StoredArticle theirs = Articles.published(OTHER, id, Articles.content("theirs"));
        PublishedArticles.insert(kb, mine);
        PublishedArticles.insert(kb, theirs);
        called(kb, OTHER, LanguageTag.GERMAN, "hagel", id);
        assertThat(bySlug(kb, ALL, LanguageTag.GERMAN, "hagel", NOON)).isEmpty();
        called(kb, ACME, LanguageTag.GERMAN, "hagel", id);
        assertThat(bySlug(kb, ALL, LanguageTag.GERMAN, "hagel", NOON)).isEqualTo(mine.shownAt(NOON));
        assertThat(bySlug(kb, Scope.wholeTenant(OTHER), LanguageTag.GERMAN, "hagel", NOON))
                .isEqualTo(theirs.shownAt(NOON));
    }

    /** Those that are asked for and no other; none for none, and 100 at once. */
    @Test
    @Promise(7)
    default void articlesAreListedTogetherWithinTheScope() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = PublishedArticles.inserted(kb, 99, scopes, random);
        assertThat(listOf(kb, ALL, Set.of(), NOON)).isEmpty();
        for (int round = 0; round < 8; round++) {
            Scope scope = round == 0 ? ALL : scopes.scope(ACME);
            Set<ArticleId> some = new HashSet<>();
            kept.stream().filter(article -> random.nextInt(3) == 0).forEach(article -> some.add(article.id()));
            some.add(Articles.id(random));
            Set<ArticleId> all = new HashSet<>();
            kept.forEach(article -> all.add(article.id()));
            for (Set<ArticleId> asked : List.of(some, all)) {
                assertThat(listOf(kb, scope, asked, NOON))
                        .containsExactlyInAnyOrderElementsOf(kept.stream()
                                .filter(article -> asked.contains(article.id()))
                                .flatMap(article -> PublishedArticles.visible(article, scope).stream())
                                .toList());
            }
        }
    }

    /** With the same id. */
    @Test
    @Promise(7)
    default void articlesOfTwoTenantsNeverMeetInAList() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        ArticleId id = Articles.id(Seed.random());
        PublishedArticles.insert(kb, Articles.published(OTHER, id, Articles.content("theirs")));
        assertThat(listOf(kb, ALL, Set.of(id), NOON)).isEmpty();
        assertThat(listOf(kb, Scope.wholeTenant(OTHER), Set.of(id), NOON)).hasSize(1);
    }

    /** Each as it is shown at the moment. */
    @Test
    @Promise(7)
    default void articlesAreListedTogetherWhileTheyAreShown() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        StoredArticle ends = ScheduledArticles.of(Articles.id(random), ScheduledArticles.shown(1, 0, 10));
        StoredArticle begins = ScheduledArticles.of(Articles.id(random), ScheduledArticles.shown(1, 10, null));
        PublishedArticles.insert(kb, ends);
        PublishedArticles.insert(kb, begins);
        for (Instant moment : ScheduledArticles.around(ends)) {
            assertThat(listOf(kb, ALL, Set.of(ends.id(), begins.id()), moment))
                    .as("%s", moment)
                    .containsExactlyInAnyOrderElementsOf(List.of(ends, begins).stream()
                            .flatMap(article -> article.shownAt(moment).stream())
                            .toList());
        }
    }

    private static void called(
            StoreFixture<KnowledgeStorage> kb, TenantId tenant, LanguageTag language, String slug, ArticleId article) {
        assertThat(kb.<Boolean>write(
                        (tx, store) -> store.slugs().insert(tx, new StoredSlug(tenant, language, slug, article, NOON))))
                .isTrue();
    }

    private static Optional<PublishedArticle> bySlug(
            StoreFixture<KnowledgeStorage> kb, Scope scope, LanguageTag language, String slug, Instant moment) {
        return kb.read((tx, store) -> store.published()
                .findBySlug(tx, scope, language, slug, moment)
                .flatMap(planned -> planned.shownAt(moment)));
    }

    private static List<PublishedArticle> listOf(
            StoreFixture<KnowledgeStorage> kb, Scope scope, Set<ArticleId> ids, Instant moment) {
        return kb.read((tx, store) -> store.published().listOf(tx, scope, ids, moment));
    }
}
