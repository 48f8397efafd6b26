// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredViewCount;
import dev.portalblocks.kb.spi.ViewCountStore;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores of how often articles were seen that are right but for one condition. */
final class BrokenViewCountStores {
    private BrokenViewCountStores() {}

    /** The memory's; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ViewCountStore {
        final Memory memory = new Memory();
        final MemoryKnowledgeStorage storage = MemoryKnowledgeStorage.in(memory);
        final ViewCountStore inner = storage.viewCounts();

        @Override
        public void add(Tx tx, StoredViewCount more) {
            inner.add(tx, more);
        }

        @Override
        public List<ViewCount> count(Tx tx, Scope scope, ArticleId article, ViewPeriod period) {
            return inner.count(tx, scope, article, period);
        }

        @Override
        public List<ViewedArticle> most(Tx tx, Scope scope, ViewPeriod period, @Nullable Keyset after, int limit) {
            return inner.most(tx, scope, period, after, limit);
        }

        @Override
        public int purge(Tx tx, TenantId tenant, LocalDate before, int limit) {
            return inner.purge(tx, tenant, before, limit);
        }

        @Override
        public List<TenantId> tenants(Tx tx, String after, int limit) {
            return inner.tenants(tx, after, limit);
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
                            this,
                            storage.health()));
        }
    }

    /** Has one count for all revisions but the first, which it counts right. */
    @Breaks(1)
    static final class CountsRevisionsTogether implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public void add(Tx tx, StoredViewCount more) {
                    long revision = Math.min(more.revision(), 5);
                    super.add(
                            tx, new StoredViewCount(more.tenant(), more.article(), revision, more.day(), more.views()));
                }
            }.fixture();
        }
    }

    /** Counts the day after the period as well. */
    @Breaks(2)
    static final class ShowsTheDayAfter implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<ViewCount> count(Tx tx, Scope scope, ArticleId article, ViewPeriod period) {
                    boolean isEver = period.last().equals(LocalDate.MAX);
                    return super.count(
                            tx,
                            scope,
                            article,
                            isEver
                                    ? period
                                    : new ViewPeriod(
                                            period.first(), period.last().plusDays(1)));
                }
            }.fixture();
        }
    }

    /** Counts whatever the article is. */
    @Breaks(2)
    static final class CountsBeyondTheScope implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<ViewCount> count(Tx tx, Scope scope, ArticleId article, ViewPeriod period) {
                    return super.count(tx, Scope.wholeTenant(scope.tenant()), article, period);
                }
            }.fixture();
        }
    }

    /** Lists whatever was seen. */
    @Breaks(3)
    static final class ShowsWhatIsBeyondTheScope implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<ViewedArticle> most(
                        Tx tx, Scope scope, ViewPeriod period, @Nullable Keyset after, int limit) {
                    return super.most(tx, Scope.wholeTenant(scope.tenant()), period, after, limit);
                }
            }.fixture();
        }
    }

    /** Leaves out, behind a page, what was seen as often as the last of it. */
    @Breaks(3)
    static final class BeginsEachPageWithTheNextCount implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<ViewedArticle> most(
                        Tx tx, Scope scope, ViewPeriod period, @Nullable Keyset after, int limit) {
                    return super.most(tx, scope, period, null, Integer.MAX_VALUE).stream()
                            .filter(seen -> after == null || seen.views() < ViewCountStore.viewsAt(after))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Removes the counts of the day itself as well. */
    @Breaks(4)
    static final class PurgesTheDayItself implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public int purge(Tx tx, TenantId tenant, LocalDate before, int limit) {
                    return super.purge(tx, tenant, limit == 3 ? before.plusDays(1) : before, limit);
                }
            }.fixture();
        }
    }

    /** Removes more than it is to. */
    @Breaks(4)
    static final class PurgesAllAtOnce implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public int purge(Tx tx, TenantId tenant, LocalDate before, int limit) {
                    return super.purge(tx, tenant, before, limit == 3 ? Integer.MAX_VALUE : limit);
                }
            }.fixture();
        }
    }

    /** Begins each page with the first tenant. */
    @Breaks(5)
    static final class ListsTenantsFromTheBeginning implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<TenantId> tenants(Tx tx, String after, int limit) {
                    return super.tenants(tx, "", limit);
                }
            }.fixture();
        }
    }

    /** Adds what our tenant counts to the other one as well. */
    @Breaks(6)
    static final class CountsForAllTenants implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public void add(Tx tx, StoredViewCount more) {
                    super.add(tx, more);
                    if (more.tenant().equals(Articles.ACME)) {
                        super.add(
                                tx,
                                new StoredViewCount(
                                        Articles.OTHER, more.article(), more.revision(), more.day(), more.views()));
                    }
                }
            }.fixture();
        }
    }
}
