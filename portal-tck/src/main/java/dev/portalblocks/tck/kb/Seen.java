// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Views.DAY;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewCount;
import dev.portalblocks.kb.spi.ViewCountStore;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.StoreFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Articles, and how often they were seen.
 *
 * @param articles of all sorts
 * @param views each by itself, or some that are counted
 */
record Seen(List<StoredArticle> articles, List<StoredViewCount> views) {
    /** Returns six days round the first. */
    static LocalDate day(SplittableRandom random) {
        return DAY.plusDays(random.nextInt(6) - 2);
    }

    /** Some are counted, some are not, and some are both. */
    static Seen seen(StoreFixture<KnowledgeStorage> kb, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> articles = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            articles.add(Articles.any(ACME, scopes, random));
            PublishedArticles.insert(kb, articles.get(i));
        }
        List<StoredViewCount> views = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ArticleId article = i == 0
                    ? Articles.id(random) // one that is not there
                    : articles.get(random.nextInt(articles.size())).id();
            StoredView view = Views.view(random, article, 1 + random.nextInt(2), day(random));
            StoredViewCount more =
                    Views.count(article, view.revision(), view.day(), random.nextBoolean() ? 1 : 1 + random.nextInt(9));
            views.add(more);
            if (more.views() == 1 && random.nextBoolean()) {
                kb.change((tx, store) -> store.views().add(tx, view));
            } else {
                add(kb, more);
            }
        }
        return new Seen(articles, views);
    }

    static void add(StoreFixture<KnowledgeStorage> kb, StoredViewCount more) {
        kb.change((tx, store) -> store.viewCounts().add(tx, more));
    }

    List<ViewCount> counts(Scope scope, ArticleId article, ViewPeriod period) {
        List<StoredViewCount> found = covered(scope, period).stream()
                .filter(view -> view.article().equals(article))
                .toList();
        return found.stream()
                .map(view -> new ViewCount(
                        view.day(),
                        view.revision(),
                        found.stream()
                                .filter(same -> same.day().equals(view.day()) && same.revision() == view.revision())
                                .mapToLong(StoredViewCount::views)
                                .sum()))
                .distinct()
                .sorted(Comparator.comparing(ViewCount::day).thenComparing(ViewCount::revision))
                .toList();
    }

    List<ViewedArticle> most(Scope scope, ViewPeriod period) {
        List<StoredViewCount> found = covered(scope, period);
        return found.stream()
                .map(view -> new ViewedArticle(
                        view.article(),
                        found.stream()
                                .filter(same -> same.article().equals(view.article()))
                                .mapToLong(StoredViewCount::views)
                                .sum()))
                .distinct()
                .sorted(Comparator.comparing((ViewedArticle one) -> -one.views())
                        .thenComparing(one -> one.article().toString()))
                .toList();
    }

    private List<StoredViewCount> covered(Scope scope, ViewPeriod period) {
        return views.stream()
                .filter(view ->
                        !view.day().isBefore(period.first()) && !view.day().isAfter(period.last()))
                .filter(view ->
                        articles.stream().anyMatch(one -> one.id().equals(view.article()) && one.isWithin(scope)))
                .toList();
    }

    static List<ViewCount> counted(
            StoreFixture<KnowledgeStorage> kb, Scope scope, ArticleId article, ViewPeriod period) {
        return kb.read((tx, store) -> store.viewCounts().count(tx, scope, article, period));
    }

    static List<ViewedArticle> most(StoreFixture<KnowledgeStorage> kb, Scope scope, ViewPeriod period, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> kb.read((tx, store) -> store.viewCounts().most(tx, scope, period, after, size)),
                ViewCountStore::place);
    }
}
