// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.BY_ID;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link ArticleCareStore}: implement it in a test class and return the storage to be tested. Its {@link
 * KnowledgeStorage#articles()} write what its {@link KnowledgeStorage#care()} lists; the other stores are not used.
 */
@ContractOf(ArticleCareStore.class)
public interface ArticleCareStoreContract extends TranslatedArticleContract {
    /** A day on which something is due. */
    LocalDate DAY = LocalDate.of(2026, 12, 31);

    /** Returns a storage without articles and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<KnowledgeStorage> fixture();

    /** For twelve scopes, whatever the size of a page. */
    @Test
    @Promise(1)
    default void anOwnersArticlesAreWhatTheScopeCoversInTheOrderOfIds() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<StoredArticle> kept = inserted(kb, random);
        RandomScopes scopes = new RandomScopes(random);
        for (int i = 0; i < 12; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            List<StoredArticle> expected = kept.stream()
                    .filter(article -> article.isWithin(scope) && isOf("lena", article))
                    .sorted(BY_ID)
                    .toList();
            for (int limit : new int[] {1, 3, 60}) {
                assertThat(owned(kb, scope, "lena", limit)).as("%s", scope).isEqualTo(expected);
            }
        }
    }

    /** Not even those that are the same to some databases; also after it has gone to another. */
    @Test
    @Promise(1)
    default void ownersThatLookAlikeAreDifferent() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<String> owners = Awkward.identifiers();
        List<StoredArticle> articles = new ArrayList<>();
        for (String owner : owners) {
            articles.add(Articles.draft(ACME, Articles.id(random), null, "x")
                    .with(ArticleSettings.none().assigned(owner, null)));
            PublishedArticles.insert(kb, articles.get(articles.size() - 1));
        }
        for (int i = 0; i < owners.size(); i++) {
            assertThat(owned(kb, ALL, owners.get(i), 10)).as(owners.get(i)).containsExactly(articles.get(i));
        }
        StoredArticle first = articles.get(0);
        StoredArticle given = first.next(first.state(), first.parts(), Articles.NOON)
                .with(first.settings().assigned(owners.get(1), null));
        PublishedArticles.update(kb, given);
        assertThat(owned(kb, ALL, owners.get(0), 10)).isEmpty();
        assertThat(owned(kb, ALL, owners.get(1), 10)).containsExactlyInAnyOrder(articles.get(1), given);
    }

    /** For twelve scopes, of one owner and of all, whatever the size of a page. */
    @Test
    @Promise(2)
    default void whatIsDueIsWhatTheScopeCoversInTheOrderOfDays() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<StoredArticle> kept = inserted(kb, random);
        RandomScopes scopes = new RandomScopes(random);
        for (int i = 0; i < 12; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            LocalDate until = DAY.plusDays(random.nextInt(6) - 1);
            String owner = i % 2 == 0 ? null : "lena";
            List<StoredArticle> expected = kept.stream()
                    .filter(article -> article.isWithin(scope) && isDue(article, until))
                    .filter(owner == null ? article -> true : owns(owner))
                    .sorted(Comparator.comparing(ArticleCareStore::place))
                    .toList();
            for (int limit : new int[] {1, 3, 60}) {
                assertThat(due(kb, scope, until, owner, limit))
                        .as("until %s of %s", until, owner)
                        .isEqualTo(expected);
            }
        }
    }

    /** A day of the ninth century and one of the far future are days as others. */
    @Test
    @Promise(2)
    default void daysSortAsDaysDo() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        List<LocalDate> days = List.of(
                LocalDate.of(1, 1, 1),
                LocalDate.of(850, 12, 31),
                LocalDate.of(1999, 12, 31),
                LocalDate.of(2000, 1, 1),
                LocalDate.of(9998, 12, 31));
        for (LocalDate day : days) {
            PublishedArticles.insert(
                    kb,
                    Articles.draft(ACME, Articles.id(random), null, "x")
                            .with(ArticleSettings.none().assigned(null, day)));
        }
        for (int i = 0; i < days.size(); i++) {
            assertThat(due(kb, ALL, days.get(i), null, 2))
                    .extracting(article -> article.settings().reviewBy())
                    .isEqualTo(days.subList(0, i + 1));
        }
        assertThat(due(kb, ALL, LocalDate.of(0, 12, 31), null, 2)).isEmpty();
    }

    /** Of two tenants each has its own. */
    @Test
    @Promise(1)
    default void ownersOfTwoTenantsNeverMeet() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        StoredArticle article = Articles.draft(OTHER, Articles.id(Seed.random()), null, "x")
                .with(ArticleSettings.none().assigned("lena", DAY));
        PublishedArticles.insert(kb, article);
        assertThat(owned(kb, ALL, "lena", 10)).isEmpty();
        assertThat(due(kb, ALL, DAY, null, 10)).isEmpty();
        assertThat(owned(kb, Scope.wholeTenant(OTHER), "lena", 10)).containsExactly(article);
    }

    private static List<StoredArticle> inserted(StoreFixture<KnowledgeStorage> kb, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String owner = i % 3 == 0 ? null : i % 3 == 1 ? "lena" : "Lena";
            LocalDate day = i % 4 == 0 ? null : DAY.plusDays(random.nextInt(5));
            StoredArticle article = Articles.any(ACME, scopes, random)
                    .with(ArticleSettings.none().assigned(owner, day));
            PublishedArticles.insert(kb, article);
            kept.add(article);
        }
        return kept;
    }

    private static Predicate<StoredArticle> owns(String owner) {
        return article -> isOf(owner, article);
    }

    private static boolean isOf(String owner, StoredArticle article) {
        return owner.equals(article.settings().owner());
    }

    private static boolean isDue(StoredArticle article, LocalDate until) {
        LocalDate day = article.settings().reviewBy();
        return day != null && !day.isAfter(until);
    }

    private static List<StoredArticle> owned(StoreFixture<KnowledgeStorage> kb, Scope scope, String owner, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> kb.read((tx, store) -> store.care().listOwned(tx, scope, owner, after, size)),
                article -> Keyset.ofId(article.id()));
    }

    private static List<StoredArticle> due(
            StoreFixture<KnowledgeStorage> kb, Scope scope, LocalDate until, @Nullable String owner, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> kb.read((tx, store) -> store.care().listDue(tx, scope, until, owner, after, size)),
                ArticleCareStore::place);
    }
}
