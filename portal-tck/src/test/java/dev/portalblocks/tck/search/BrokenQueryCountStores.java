// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.learning.memory.MemoryLearningStorage;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.QueryRanking;
import dev.portalblocks.search.learning.spi.QueryTotals;
import dev.portalblocks.search.learning.spi.StoredQueryDay;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of counts that are right but for one condition. */
final class BrokenQueryCountStores {
    private BrokenQueryCountStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements QueryCountStore {
        final Memory memory = new Memory();
        final QueryCountStore inner = MemoryLearningStorage.in(memory).counts();

        @Override
        public void add(Tx tx, StoredQueryDay more) {
            inner.add(tx, more);
        }

        @Override
        public List<QueryGap> top(Tx tx, TenantId tenant, QueryRanking ranking, int limit) {
            return inner.top(tx, tenant, ranking, limit);
        }

        @Override
        public QueryTotals totals(Tx tx, TenantId tenant, QueryRanking ranking) {
            return inner.totals(tx, tenant, ranking);
        }

        @Override
        public int purge(Tx tx, TenantId tenant, long beforeDay, long asked, int limit) {
            return inner.purge(tx, tenant, beforeDay, asked, limit);
        }

        @Override
        public List<TenantId> tenants(Tx tx, String after, int limit) {
            return inner.tenants(tx, after, limit);
        }

        StoreFixture<QueryCountStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** A figure is left out. */
    @Breaks(1)
    static final class ForgetsWhatWasFiltered implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return new Right() {
                @Override
                public void add(Tx tx, StoredQueryDay more) {
                    QueryCounts all = more.counts();
                    QueryCounts less = new QueryCounts(
                            all.asked(),
                            all.nothingThere(),
                            all.otherAudience(),
                            all.otherLanguage(),
                            0,
                            all.unopened(),
                            all.followed());
                    super.add(tx, new StoredQueryDay(more.tenant(), more.day(), more.query(), more.language(), less));
                }
            }.fixture();
        }
    }

    /** The last day is not of the period. */
    @Breaks(2)
    static final class EndsADayEarly implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return new Right() {
                @Override
                public List<QueryGap> top(Tx tx, TenantId tenant, QueryRanking ranking, int limit) {
                    boolean isOne = ranking.firstDay() == ranking.lastDay() || ranking.lastDay() == Long.MAX_VALUE;
                    QueryRanking shorter = new QueryRanking(
                            ranking.firstDay(), ranking.lastDay() - 1, ranking.atLeast(), ranking.weights());
                    return super.top(tx, tenant, isOne ? ranking : shorter, limit);
                }
            }.fixture();
        }
    }

    /** Everything counts as frequent. */
    @Breaks(3)
    static final class WithholdsNothing implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return new Right() {
                @Override
                public QueryTotals totals(Tx tx, TenantId tenant, QueryRanking ranking) {
                    QueryTotals totals = super.totals(tx, tenant, ranking);
                    return new QueryTotals(totals.asked(), totals.asked());
                }
            }.fixture();
        }
    }

    /** What is frequent goes as well. */
    @Breaks(4)
    static final class PurgesTheFrequent implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return new Right() {
                @Override
                public int purge(Tx tx, TenantId tenant, long beforeDay, long asked, int limit) {
                    return super.purge(tx, tenant, beforeDay, asked == 3 ? 4 : asked, limit);
                }
            }.fixture();
        }
    }

    /** From the last one back. */
    @Breaks(5)
    static final class ListsTenantsBackwards implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return new Right() {
                @Override
                public List<TenantId> tenants(Tx tx, String after, int limit) {
                    List<TenantId> tenants = new ArrayList<>(super.tenants(tx, after, limit));
                    Collections.reverse(tenants);
                    return tenants;
                }
            }.fixture();
        }
    }

    /** The other tenant's searches count as well. */
    @Breaks(6)
    static final class CountsTheOtherTenants implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return new Right() {
                @Override
                public QueryTotals totals(Tx tx, TenantId tenant, QueryRanking ranking) {
                    QueryTotals own = super.totals(tx, tenant, ranking);
                    QueryTotals others = super.totals(tx, GLOBEX, ranking);
                    return new QueryTotals(own.asked() + others.asked(), own.frequent() + others.frequent());
                }
            }.fixture();
        }
    }

    /** What was purged is remembered beside the transaction. */
    @Breaks(7)
    static final class PurgesForGood implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return new Right() {
                private final Set<TenantId> empty = ConcurrentHashMap.newKeySet();

                @Override
                public int purge(Tx tx, TenantId tenant, long beforeDay, long asked, int limit) {
                    int purged = super.purge(tx, tenant, beforeDay, asked, limit);
                    boolean isAll = super.tenants(tx, "", 1).isEmpty();
                    if (purged > 0 && isAll) {
                        empty.add(tenant);
                    }
                    return purged;
                }

                @Override
                public List<QueryGap> top(Tx tx, TenantId tenant, QueryRanking ranking, int limit) {
                    return empty.contains(tenant) ? List.of() : super.top(tx, tenant, ranking, limit);
                }
            }.fixture();
        }
    }
}
