// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.ArticleStamp;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores of published articles that are right but for one condition. */
final class BrokenPublishedArticleStores {
    private BrokenPublishedArticleStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    static class Right implements PublishedArticleStore {
        final Memory memory = new Memory();
        final MemoryKnowledgeStorage storage = MemoryKnowledgeStorage.in(memory);
        final PublishedArticleStore inner = storage.published();

        @Override
        public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
            return inner.find(tx, scope, id, moment);
        }

        @Override
        public Optional<PlannedArticle> findBySlug(
                Tx tx, Scope scope, LanguageTag language, String slug, Instant moment) {
            return inner.findBySlug(tx, scope, language, slug, moment);
        }

        @Override
        public List<PublishedArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids, Instant moment) {
            return inner.listOf(tx, scope, ids, moment);
        }

        @Override
        public List<PublishedArticle> list(
                Tx tx, Scope scope, Instant moment, @Nullable CategoryId category, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, moment, category, after, limit);
        }

        @Override
        public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment) {
            return inner.countByCategory(tx, scope, moment);
        }

        @Override
        public Optional<PlannedArticle> findSchedule(Tx tx, Scope scope, ArticleId id, Instant since) {
            return inner.findSchedule(tx, scope, id, since);
        }

        @Override
        public Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since) {
            return inner.findStamp(tx, scope, id, since);
        }

        @Override
        public List<PlannedArticle> listSchedules(
                Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
            return inner.listSchedules(tx, scope, since, after, limit);
        }

        StoreFixture<KnowledgeStorage> fixture() {
            return new StoreFixture<>(
                    memory,
                    new MemoryKnowledgeStorage(
                            memory,
                            storage.articles(),
                            this,
                            storage.care(),
                            storage.slugs(),
                            storage.revisions(),
                            storage.categories(),
                            storage.assets(),
                            storage.votes(),
                            storage.feedback(),
                            storage.views(),
                            storage.viewCounts(),
                            storage.health()));
        }
    }

    /** Forgets the audiences of the scope. */
    @Breaks(1)
    static final class FindsForAnyAudience implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()).inStates(scope.states()), id, moment);
                }
            }.fixture();
        }
    }

    /** Forgets for whom an article is when it is asked for by its slug. */
    @Breaks(6)
    static final class FindsASlugForAnyAudience implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PlannedArticle> findBySlug(
                        Tx tx, Scope scope, LanguageTag language, String slug, Instant moment) {
                    return super.findBySlug(
                            tx, Scope.wholeTenant(scope.tenant()).inStates(scope.states()), language, slug, moment);
                }
            }.fixture();
        }
    }

    /** Takes one language's slug for another's. */
    @Breaks(6)
    static final class FindsASlugInAnyLanguage implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PlannedArticle> findBySlug(
                        Tx tx, Scope scope, LanguageTag language, String slug, Instant moment) {
                    return super.findBySlug(tx, scope, language, slug, moment)
                            .or(() -> super.findBySlug(tx, scope, LanguageTag.GERMAN, slug, moment));
                }
            }.fixture();
        }
    }

    /** Lists some articles as they were at noon, whenever it is asked. */
    @Breaks(7)
    static final class ListsSomeOfNoon implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<PublishedArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids, Instant moment) {
                    return super.listOf(tx, scope, ids, Articles.NOON);
                }
            }.fixture();
        }
    }

    /** Lists all where some are asked for. */
    @Breaks(7)
    static final class ListsAllForSome implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<PublishedArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids, Instant moment) {
                    return super.list(tx, scope, moment, null, null, 1_000);
                }
            }.fixture();
        }
    }

    /** Cuts the page before it looks at the category. */
    @Breaks(2)
    static final class FiltersAfterTheLimit implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<PublishedArticle> list(
                        Tx tx,
                        Scope scope,
                        Instant moment,
                        @Nullable CategoryId category,
                        @Nullable Keyset after,
                        int limit) {
                    return super.list(tx, scope, moment, null, after, limit).stream()
                            .filter(article -> category == null
                                    || article.revision().content().categories().contains(category))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Counts what the reader may not see. */
    @Breaks(3)
    static final class CountsForAnyAudience implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment) {
                    Scope wider = Scope.wholeTenant(scope.tenant()).inStates(scope.states());
                    return super.countByCategory(tx, wider, moment);
                }
            }.fixture();
        }
    }

    /** Asks the draft for whom the published text is. */
    @Breaks(4)
    static final class AsksTheDraft implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
                    Scope tenant = Scope.wholeTenant(scope.tenant());
                    Optional<ArticleContent> draft = storage.articles()
                            .find(tx, tenant, id)
                            .map(StoredArticle::parts)
                            .map(Parts::draft);
                    boolean isHidden = draft.filter(
                                    content -> !scope.audiences().admitsAny(content.audiences()))
                            .isPresent();
                    return isHidden ? Optional.empty() : super.find(tx, scope, id, moment);
                }
            }.fixture();
        }
    }

    /** Reads where an article stands from the article alone. */
    @Breaks(8)
    static final class ShowsWhatIsGone implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
                    return super.find(tx, scope, id, moment)
                            .flatMap(shown -> storage.articles().find(tx, Scope.wholeTenant(scope.tenant()), id))
                            .flatMap(article -> article.shownAt(moment));
                }
            }.fixture();
        }
    }

    /** Tells of plans as they were made. */
    @Breaks(8)
    static final class PlansForWhatIsGone implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public Optional<PlannedArticle> findSchedule(Tx tx, Scope scope, ArticleId id, Instant since) {
                    return super.findSchedule(tx, scope, id, since)
                            .flatMap(shown -> storage.articles()
                                    .find(tx, Scope.wholeTenant(scope.tenant()), id)
                                    .map(article -> new PlannedArticle(
                                            id, shown.stamp(), article.parts().schedule(), shown.settings())));
                }
            }.fixture();
        }
    }
}
