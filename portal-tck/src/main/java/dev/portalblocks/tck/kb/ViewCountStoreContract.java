// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static dev.portalblocks.tck.kb.Said.article;
import static dev.portalblocks.tck.kb.Said.scopes;
import static dev.portalblocks.tck.kb.Seen.add;
import static dev.portalblocks.tck.kb.Seen.counted;
import static dev.portalblocks.tck.kb.Seen.most;
import static dev.portalblocks.tck.kb.Seen.seen;
import static dev.portalblocks.tck.kb.Views.DAY;
import static dev.portalblocks.tck.kb.Views.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewCount;
import dev.portalblocks.kb.spi.ViewCountStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link ViewCountStore}: implement it in a test class and return the storage to be tested. Its {@link
 * KnowledgeStorage#articles()} and {@link KnowledgeStorage#views()} write what its {@link KnowledgeStorage#viewCounts()} shows; the other
 * stores are not used.
 */
@ContractOf(ViewCountStore.class)
public interface ViewCountStoreContract {
    /** All days that there are. */
    ViewPeriod EVER = new ViewPeriod(LocalDate.MIN, LocalDate.MAX);

    /** Returns a storage without articles and views, and its domain; asked once, at the beginning of each test. */
    StoreFixture<KnowledgeStorage> fixture();

    /** Of another day, revision or article it is another count. */
    @Test
    @Promise(1)
    default void viewsOfTheSameAreAdded() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        ArticleId hail = article(kb, random).id();
        ArticleId storm = article(kb, random).id();
        add(kb, count(hail, 1, DAY, 1));
        add(kb, count(hail, 1, DAY, Integer.MAX_VALUE));
        add(kb, count(hail, Long.MAX_VALUE, DAY, 3));
        add(kb, count(hail, 1, DAY.plusDays(1), 4));
        add(kb, count(storm, 1, DAY, 5));
        assertThat(counted(kb, ALL, hail, EVER))
                .containsExactly(
                        new ViewCount(DAY, 1, 1L + Integer.MAX_VALUE),
                        new ViewCount(DAY, Long.MAX_VALUE, 3),
                        new ViewCount(DAY.plusDays(1), 1, 4));
        assertThat(counted(kb, ALL, storm, EVER)).containsExactly(new ViewCount(DAY, 1, 5));
    }

    /** Eight at once, on a count that is new and on one that is not. */
    @Test
    @Promise(1)
    default void noneOfConcurrentCountsIsLost() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        ArticleId hail = article(kb, random).id();
        for (int round = 0; round < 10; round++) {
            Race.of(
                            8,
                            runner -> kb.write((tx, store) -> {
                                store.viewCounts().add(tx, count(hail, 1, DAY, 2));
                                return true;
                            }))
                    .forEach(Outcome::orFail);
        }
        assertThat(counted(kb, ALL, hail, EVER)).containsExactly(new ViewCount(DAY, 1, 160));
    }

    /** For each article and twelve scopes, each with days of its own. */
    @Test
    @Promise(2)
    default void countsAreOfWhatTheScopeCovers() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Seen seen = seen(kb, random);
        for (Scope scope : scopes(random)) {
            ViewPeriod period = scope.equals(ALL) ? EVER : new ViewPeriod(Seen.day(random), Seen.day(random));
            for (StoredArticle article : seen.articles()) {
                assertThat(counted(kb, scope, article.id(), period))
                        .as("%s in %s", period, scope)
                        .isEqualTo(seen.counts(scope, article.id(), period));
            }
        }
        ArticleId gone = seen.views().get(0).article();
        assertThat(counted(kb, ALL, gone, EVER)).as("of what is not there").isEmpty();
    }

    /** Of each two days that there are, the first ones included, and of none where the last is before the first. */
    @Test
    @Promise(2)
    default void countsAreOfTheDaysOfThePeriod() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Seen seen = seen(kb, random);
        ArticleId article = seen.articles().get(0).id();
        for (int first = -3; first < 5; first++) {
            for (int last = -3; last < 5; last++) {
                ViewPeriod period = new ViewPeriod(DAY.plusDays(first), DAY.plusDays(last));
                assertThat(counted(kb, ALL, article, period))
                        .as("%s", period)
                        .isEqualTo(seen.counts(ALL, article, period));
            }
        }
    }

    /** A view that is taken and added in one transaction is never seen twice, and never missed. */
    @Test
    @Promise(2)
    default void whatIsBeingCountedIsSeenOnce() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        ArticleId hail = article(kb, random).id();
        for (int i = 0; i < 60; i++) {
            StoredView view = Views.view(random, hail, 1, DAY);
            kb.change((tx, store) -> store.views().add(tx, view));
        }
        List<Outcome<Boolean>> outcomes = Race.of(3, runner -> {
            for (int i = 0; i < 30; i++) {
                if (runner == 0) {
                    fold(kb);
                } else {
                    assertThat(counted(kb, ALL, hail, EVER)).containsExactly(new ViewCount(DAY, 1, 60));
                    assertThat(most(kb, ALL, EVER, 10)).containsExactly(new ViewedArticle(hail, 60));
                }
            }
            return true;
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.orFail()).isTrue());
    }

    private static void fold(StoreFixture<KnowledgeStorage> kb) {
        kb.change((tx, store) -> store.views()
                .takeEnded(tx, ACME, DAY.plusDays(1), 2)
                .forEach(view -> store.viewCounts().add(tx, count(view.article(), view.revision(), view.day(), 1))));
    }

    /** For twelve scopes, each with days of its own, whatever the size of a page. */
    @Test
    @Promise(3)
    default void whatIsSeenMostIsWhatTheScopeCovers() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Seen seen = seen(kb, random);
        for (Scope scope : scopes(random)) {
            ViewPeriod period = scope.equals(ALL) ? EVER : new ViewPeriod(Seen.day(random), Seen.day(random));
            for (int limit : new int[] {1, 3, 100}) {
                assertThat(most(kb, scope, period, limit))
                        .as("%s in %s", period, scope)
                        .isEqualTo(seen.most(scope, period));
            }
        }
    }

    /** As often seen as each other: in the order of the text of their ids, of which none comes twice. */
    @Test
    @Promise(3)
    default void articlesThatAreSeenAsOftenAreInTheOrderOfIds() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        for (int i = 0; i < 20; i++) {
            add(kb, count(article(kb, random).id(), 1, DAY, i < 18 ? 7 : 8));
        }
        assertThat(most(kb, ALL, EVER, 1))
                .hasSize(20)
                .isEqualTo(most(kb, ALL, EVER, 100))
                .isSortedAccordingTo(Comparator.comparing((ViewedArticle seen) -> -seen.views())
                        .thenComparing(seen -> seen.article().toString()));
    }

    /** Only days before, so many at a time. */
    @Test
    @Promise(4)
    default void oldCountsArePurged() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        ArticleId hail = article(kb, random).id();
        for (int day = 0; day < 4; day++) {
            add(kb, count(hail, 1, DAY.plusDays(day), 1));
            add(kb, count(hail, 2, DAY.plusDays(day), 1));
        }
        assertThat(purge(kb, ACME, DAY.plusDays(2), 3)).isEqualTo(3);
        assertThat(purge(kb, ACME, DAY.plusDays(2), 3)).isEqualTo(1);
        assertThat(purge(kb, ACME, DAY.plusDays(2), 3)).isZero();
        assertThat(counted(kb, ALL, hail, EVER))
                .extracting(ViewCount::day)
                .containsExactly(DAY.plusDays(2), DAY.plusDays(2), DAY.plusDays(3), DAY.plusDays(3));
    }

    /** In order, each once. */
    @Test
    @Promise(5)
    default void tenantsAreListed() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        for (String name : List.of("c", "a", "b", "a")) {
            add(kb, new StoredViewCount(TenantId.of(name), Articles.id(random), 1, DAY, 1));
        }
        List<TenantId> first = kb.read((tx, store) -> store.viewCounts().tenants(tx, "", 2));
        List<TenantId> second = kb.read((tx, store) -> store.viewCounts().tenants(tx, "b", 2));
        assertThat(first).containsExactly(TenantId.of("a"), TenantId.of("b"));
        assertThat(second).containsExactly(TenantId.of("c"));
    }

    /** The same article on the same day in both, counted and not. */
    @Test
    @Promise(6)
    default void tenantsNeverMeet() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Scope other = Scope.wholeTenant(OTHER);
        StoredArticle article = article(kb, random);
        PublishedArticles.insert(kb, Articles.draft(OTHER, article.id(), null, "x"));
        StoredView view = Views.view(random, article.id(), 1, DAY);
        kb.change((tx, store) -> store.views().add(tx, view));
        add(kb, count(article.id(), 1, DAY, 6));
        assertThat(counted(kb, other, article.id(), EVER)).isEmpty();
        assertThat(most(kb, other, EVER, 10)).isEmpty();
        assertThat(purge(kb, OTHER, DAY.plusDays(1), 10)).isZero();
        add(kb, new StoredViewCount(OTHER, article.id(), 1, DAY, 1));
        assertThat(counted(kb, other, article.id(), EVER)).containsExactly(new ViewCount(DAY, 1, 1));
        assertThat(most(kb, other, EVER, 10)).containsExactly(new ViewedArticle(article.id(), 1));
        assertThat(counted(kb, ALL, article.id(), EVER)).containsExactly(new ViewCount(DAY, 1, 7));
        assertThat(most(kb, ALL, EVER, 10)).containsExactly(new ViewedArticle(article.id(), 7));
        assertThat(purge(kb, OTHER, DAY.plusDays(1), 10)).isEqualTo(1);
        assertThat(counted(kb, ALL, article.id(), EVER)).containsExactly(new ViewCount(DAY, 1, 7));
    }

    /** What is added, and what is removed. */
    @Test
    @Promise(6)
    default void aRollbackLeavesNothingAndTakesNothing() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        ArticleId hail = article(kb, random).id();
        add(kb, count(hail, 1, DAY, 1));
        kb.rollBack((tx, store) -> {
            store.viewCounts().add(tx, count(hail, 1, DAY, 1));
            store.viewCounts().add(tx, count(hail, 2, DAY, 1));
        });
        kb.rollBack((tx, store) -> store.viewCounts().purge(tx, ACME, DAY.plusDays(1), 10));
        assertThat(counted(kb, ALL, hail, EVER)).containsExactly(new ViewCount(DAY, 1, 1));
    }

    private static int purge(StoreFixture<KnowledgeStorage> kb, TenantId tenant, LocalDate before, int limit) {
        return kb.write((tx, store) -> store.viewCounts().purge(tx, tenant, before, limit));
    }
}
