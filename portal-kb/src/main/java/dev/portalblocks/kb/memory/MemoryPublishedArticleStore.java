// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.ArticleStamp;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Schedule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles as readers see them, in memory. */
final class MemoryPublishedArticleStore implements PublishedArticleStore {
    private final ArticleRows rows;
    private final SlugStore slugs;
    private final CategoryStore categories;

    /** Shows these articles in those of these categories that are there. */
    MemoryPublishedArticleStore(ArticleRows rows, SlugStore slugs, CategoryStore categories) {
        this.rows = rows;
        this.slugs = slugs;
        this.categories = categories;
    }

    @Override
    public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
        return stored(tx, scope, id).flatMap(found -> shown(tx, found, moment));
    }

    @Override
    public Optional<PlannedArticle> findBySlug(Tx tx, Scope scope, LanguageTag language, String slug, Instant since) {
        return slugs.find(tx, scope, language, slug).flatMap(found -> findSchedule(tx, scope, found.article(), since));
    }

    @Override
    public List<PublishedArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids, Instant moment) {
        return ids.stream().flatMap(id -> find(tx, scope, id, moment).stream()).toList();
    }

    @Override
    public List<PublishedArticle> list(
            Tx tx, Scope scope, Instant moment, @Nullable CategoryId category, @Nullable Keyset after, int limit) {
        return visible(tx, scope, moment, after)
                .filter(found -> category == null
                        || found.revision().content().categories().contains(category))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment) {
        Map<CategoryId, Integer> counts = new HashMap<>();
        visible(tx, scope, moment, null)
                .flatMap(found -> found.revision().content().categories().stream())
                .forEach(category -> counts.merge(category, 1, Integer::sum));
        return Map.copyOf(counts);
    }

    @Override
    public Optional<PlannedArticle> findSchedule(Tx tx, Scope scope, ArticleId id, Instant since) {
        return stored(tx, scope, id).flatMap(found -> planned(tx, found, since));
    }

    @Override
    public List<PlannedArticle> listSchedules(Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
        return covered(tx, scope, after)
                .flatMap(found -> planned(tx, found, since).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since) {
        return findSchedule(tx, scope, id, since).map(PlannedArticle::stamp);
    }

    private Optional<StoredArticle> stored(Tx tx, Scope scope, ArticleId id) {
        return rows.table().find(tx, ArticleRows.Key.of(scope.tenant(), id)).filter(found -> isCovered(scope, found));
    }

    private Stream<PublishedArticle> visible(Tx tx, Scope scope, Instant moment, @Nullable Keyset after) {
        return covered(tx, scope, after).flatMap(found -> shown(tx, found, moment).stream());
    }

    private Stream<StoredArticle> covered(Tx tx, Scope scope, @Nullable Keyset after) {
        return rows.ofTenant(tx, scope.tenant(), after).filter(found -> isCovered(scope, found));
    }

    private static boolean isCovered(Scope scope, StoredArticle article) {
        return article.publishedLabel().filter(scope::covers).isPresent();
    }

    private Optional<PublishedArticle> shown(Tx tx, StoredArticle article, Instant moment) {
        return article.shownAt(moment)
                .map(shown -> new PublishedArticle(
                        shown.id(),
                        shown.showing().with(content -> content.outOf(gone(tx, article))),
                        shown.settings()));
    }

    private Optional<PlannedArticle> planned(Tx tx, StoredArticle article, Instant since) {
        Schedule<ArticleContent> schedule = article.parts().schedule();
        boolean lasts = schedule.showings().stream()
                .anyMatch(showing -> showing.until() == null || since.isBefore(showing.until()));
        if (!lasts) {
            return Optional.empty();
        }
        Set<CategoryId> gone = gone(tx, article);
        ArticleStamp stamp = new ArticleStamp(article.version(), article.changedAt(), gone);
        return Optional.of(new PlannedArticle(
                article.id(), stamp, schedule.with(content -> content.outOf(gone)), article.settings()));
    }

    private Set<CategoryId> gone(Tx tx, StoredArticle article) {
        Scope tenant = Scope.wholeTenant(article.tenant());
        return article.parts().schedule().showings().stream()
                .flatMap(showing -> showing.revision().content().categories().stream())
                .distinct()
                .filter(category -> categories.find(tx, tenant, category).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
