// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.HealthLimits;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of articles that need care that are right but for one condition. */
final class BrokenArticleHealthStores {
    private BrokenArticleHealthStores() {}

    /** The memory's; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ArticleHealthStore {
        final Memory memory = new Memory();
        final MemoryKnowledgeStorage storage = MemoryKnowledgeStorage.in(memory);
        final ArticleHealthStore inner = storage.health();

        @Override
        public List<OwnerHealth> owners(Tx tx, Scope scope, HealthLimits limits) {
            return inner.owners(tx, scope, limits);
        }

        @Override
        public List<NeedyArticle> needy(
                Tx tx, Scope scope, HealthLimits limits, @Nullable String owner, @Nullable Keyset after, int limit) {
            return inner.needy(tx, scope, limits, owner, after, limit);
        }

        StoreFixture<KnowledgeStorage> fixture() {
            return new StoreFixture<>(
                    memory,
                    new MemoryKnowledgeStorage(
                            memory,
                            storage.articles(),
                            storage.published(),
                            storage.care(),
                            storage.slugs(),
                            storage.revisions(),
                            storage.categories(),
                            storage.assets(),
                            storage.votes(),
                            storage.feedback(),
                            storage.views(),
                            storage.viewCounts(),
                            this));
        }
    }

    /** Counts whatever the articles are. */
    @Breaks(1)
    static final class CountsBeyondTheScope implements ArticleHealthStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<OwnerHealth> owners(Tx tx, Scope scope, HealthLimits limits) {
                    return super.owners(tx, Scope.wholeTenant(scope.tenant()), limits);
                }
            }.fixture();
        }
    }

    /** Leaves out, for those who do not reach all, what nobody answers for. */
    @Breaks(1)
    static final class ForgetsNobodysArticles implements ArticleHealthStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<OwnerHealth> owners(Tx tx, Scope scope, HealthLimits limits) {
                    boolean isWhole = scope.equals(Scope.wholeTenant(scope.tenant()));
                    return super.owners(tx, scope, limits).stream()
                            .filter(health -> isWhole || health.owner() != null)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Lists whatever the articles are. */
    @Breaks(2)
    static final class ListsBeyondTheScope implements ArticleHealthStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<NeedyArticle> needy(
                        Tx tx,
                        Scope scope,
                        HealthLimits limits,
                        @Nullable String owner,
                        @Nullable Keyset after,
                        int limit) {
                    return super.needy(tx, Scope.wholeTenant(scope.tenant()), limits, owner, after, limit);
                }
            }.fixture();
        }
    }

    /** Leaves out, behind a page, what has as many reasons as the last of it. */
    @Breaks(2)
    static final class BeginsEachPageWithTheNextNumber implements ArticleHealthStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<NeedyArticle> needy(
                        Tx tx,
                        Scope scope,
                        HealthLimits limits,
                        @Nullable String owner,
                        @Nullable Keyset after,
                        int limit) {
                    return super.needy(tx, scope, limits, owner, null, Integer.MAX_VALUE).stream()
                            .filter(article ->
                                    after == null || article.reasons().size() < ArticleHealthStore.reasonsAt(after))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Shows the other tenant our articles. */
    @Breaks(3)
    static final class ShowsTheOtherTenantOurs implements ArticleHealthStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<OwnerHealth> owners(Tx tx, Scope scope, HealthLimits limits) {
                    return super.owners(tx, scope.tenant().equals(Articles.OTHER) ? Articles.ALL : scope, limits);
                }
            }.fixture();
        }
    }
}
