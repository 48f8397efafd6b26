// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores of published articles that are right but for when something is shown. */
final class BrokenScheduledArticleStores {
    private BrokenScheduledArticleStores() {}

    /** Shows the last moment of what has ended. */
    @Breaks(1)
    static final class ShowsTheEnd implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
                    return super.find(tx, scope, id, moment)
                            .or(() -> super.find(tx, scope, id, moment.minusNanos(1000))
                                    .filter(found ->
                                            moment.equals(found.showing().until())));
                }
            }.fixture();
        }
    }

    /** Lists what is shown as if it were for ever. */
    @Breaks(2)
    static final class ListsWhatWillBe implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public List<PublishedArticle> list(
                        Tx tx,
                        Scope scope,
                        Instant moment,
                        @Nullable CategoryId category,
                        @Nullable Keyset after,
                        int limit) {
                    return super.listSchedules(tx, scope, moment, after, Integer.MAX_VALUE).stream()
                            .map(planned -> find(tx, scope, planned.id(), moment)
                                    .orElseGet(() -> new PublishedArticle(
                                            planned.id(),
                                            planned.schedule().showings().get(0),
                                            ArticleSettings.none())))
                            .filter(article -> category == null
                                    || article.revision().content().categories().contains(category))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Counts what was shown at noon. */
    @Breaks(3)
    static final class CountsOnce implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment) {
                    return super.countByCategory(tx, scope, Articles.NOON);
                }
            }.fixture();
        }
    }

    /** Forgets what is planned while something is shown. */
    @Breaks(5)
    static final class PlansNothing implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Optional<PlannedArticle> findSchedule(Tx tx, Scope scope, ArticleId id, Instant since) {
                    return super.findSchedule(tx, scope, id, since)
                            .map(planned -> planned.schedule()
                                    .at(since)
                                    .map(showing -> new PlannedArticle(
                                            id, planned.stamp(), new Schedule<>(List.of(showing)), planned.settings()))
                                    .orElse(planned));
                }
            }.fixture();
        }
    }

    private static Optional<PublishedArticle> shown(PlannedArticle planned, Instant moment) {
        return planned.schedule()
                .at(moment)
                .map(showing -> new PublishedArticle(planned.id(), showing, ArticleSettings.none()));
    }

    /** Finds what the schedule says of a moment before the last change. */
    @Breaks(1)
    static final class FindsThePast implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
                    return super.findSchedule(tx, scope, id, moment).flatMap(planned -> shown(planned, moment));
                }
            }.fixture();
        }
    }

    /** Lists what the schedules say of a moment before the last change. */
    @Breaks(1)
    static final class ListsThePast implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public List<PublishedArticle> list(
                        Tx tx,
                        Scope scope,
                        Instant moment,
                        @Nullable CategoryId category,
                        @Nullable Keyset after,
                        int limit) {
                    return super.listSchedules(tx, scope, moment, after, Integer.MAX_VALUE).stream()
                            .flatMap(planned -> shown(planned, moment).stream())
                            .filter(article -> category == null
                                    || article.revision().content().categories().contains(category))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Counts what the schedules say of a moment before the last change. */
    @Breaks(1)
    static final class CountsThePast implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment) {
                    return super.listSchedules(tx, scope, moment, null, Integer.MAX_VALUE).stream()
                            .flatMap(planned -> shown(planned, moment).stream())
                            .flatMap(article -> article.revision().content().categories().stream())
                            .collect(Collectors.toMap(category -> category, category -> 1, Integer::sum));
                }
            }.fixture();
        }
    }
}
