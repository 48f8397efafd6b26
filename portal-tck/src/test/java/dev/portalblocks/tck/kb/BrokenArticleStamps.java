// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.ArticleStamp;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Stores of published articles that are right but for what they tell of stamps. */
final class BrokenArticleStamps {
    private BrokenArticleStamps() {}

    /** Forgets that categories go. */
    @Breaks(9)
    static final class ForgetsCategories implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since) {
                    return super.findStamp(tx, scope, id, since)
                            .map(stamp -> new ArticleStamp(stamp.version(), stamp.changedAt(), Set.of()));
                }
            }.fixture();
        }
    }

    /** Tells of what is published last, whatever was changed since. */
    @Breaks(9)
    static final class CountsRevisions implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since) {
                    return findSchedule(tx, scope, id, since)
                            .map(planned -> new ArticleStamp(
                                    planned.schedule()
                                            .showings()
                                            .get(0)
                                            .revision()
                                            .number(),
                                    planned.schedule().showings().get(0).from(),
                                    planned.stamp().gone()));
                }
            }.fixture();
        }
    }

    /** Tells of an article that the scope does not cover. */
    @Breaks(9)
    static final class TellsAnybody implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since) {
                    return super.findStamp(tx, Scope.wholeTenant(scope.tenant()), id, since);
                }
            }.fixture();
        }
    }

    /** Tells of what is over. */
    @Breaks(9)
    static final class TellsOfThePast implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new BrokenPublishedArticleStores.Right() {
                @Override
                public Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since) {
                    return super.findStamp(tx, scope, id, Instant.EPOCH);
                }
            }.fixture();
        }
    }
}
