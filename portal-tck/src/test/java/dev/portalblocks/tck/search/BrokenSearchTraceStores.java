// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.learning.memory.MemoryLearningStorage;
import dev.portalblocks.search.learning.spi.EndedSearch;
import dev.portalblocks.search.learning.spi.SearchTraceStore;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.learning.spi.StoredSign;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Stores of searches that are right but for one condition. */
final class BrokenSearchTraceStores {
    private BrokenSearchTraceStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements SearchTraceStore {
        final Memory memory = new Memory();
        final SearchTraceStore inner = MemoryLearningStorage.in(memory).traces();

        @Override
        public boolean add(Tx tx, StoredSearch search) {
            return inner.add(tx, search);
        }

        @Override
        public boolean sign(Tx tx, StoredSign sign) {
            return inner.sign(tx, sign);
        }

        @Override
        public List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit) {
            return inner.takeEnded(tx, tenant, askedBefore, limit);
        }

        @Override
        public int dropSigns(Tx tx, TenantId tenant, Instant notedBefore, int limit) {
            return inner.dropSigns(tx, tenant, notedBefore, limit);
        }

        @Override
        public List<TenantId> tenants(Tx tx, String after, int limit) {
            return inner.tenants(tx, after, limit);
        }

        StoreFixture<SearchTraceStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Every search was asked in German. */
    @Breaks(1)
    static final class ForgetsTheLanguage implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return new Right() {
                @Override
                public boolean add(Tx tx, StoredSearch search) {
                    return super.add(
                            tx,
                            new StoredSearch(
                                    search.tenant(),
                                    search.token(),
                                    search.query(),
                                    search.language().language(),
                                    search.outcome(),
                                    search.askedAt()));
                }
            }.fixture();
        }
    }

    /** Only what was opened is told. */
    @Breaks(2)
    static final class ForgetsTheMessage implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return new Right() {
                @Override
                public List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit) {
                    return super.takeEnded(tx, tenant, askedBefore, limit).stream()
                            .map(ended -> new EndedSearch(
                                    ended.search(),
                                    ended.signs().stream()
                                            .filter(sign -> sign.kind() == StoredSign.Kind.OPENED)
                                            .collect(Collectors.toSet())))
                            .toList();
                }
            }.fixture();
        }
    }

    /** The latest come first. */
    @Breaks(3)
    static final class TakesTheLatestFirst implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return new Right() {
                @Override
                public List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit) {
                    List<EndedSearch> taken = new ArrayList<>(super.takeEnded(tx, tenant, askedBefore, limit));
                    Collections.reverse(taken);
                    return taken;
                }
            }.fixture();
        }
    }

    /** Whatever the limit is. */
    @Breaks(4)
    static final class DropsAllSigns implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return new Right() {
                @Override
                public int dropSigns(Tx tx, TenantId tenant, Instant notedBefore, int limit) {
                    return super.dropSigns(tx, tenant, notedBefore, Integer.MAX_VALUE);
                }
            }.fixture();
        }
    }

    /** From the last one back. */
    @Breaks(5)
    static final class ListsTenantsBackwards implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
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

    /** A tenant that has no old search takes the other one's. */
    @Breaks(6)
    static final class TakesTheOtherTenants implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return new Right() {
                @Override
                public List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit) {
                    List<EndedSearch> own = super.takeEnded(tx, tenant, askedBefore, limit);
                    return own.isEmpty() ? super.takeEnded(tx, GLOBEX, askedBefore, limit) : own;
                }
            }.fixture();
        }
    }

    /** What was taken is remembered beside the transaction. */
    @Breaks(7)
    static final class TakesForGood implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return new Right() {
                private final List<StoredSearch> taken = Collections.synchronizedList(new ArrayList<>());

                @Override
                public boolean add(Tx tx, StoredSearch search) {
                    taken.remove(search);
                    return super.add(tx, search);
                }

                @Override
                public List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit) {
                    List<EndedSearch> ended = super.takeEnded(tx, tenant, askedBefore, limit).stream()
                            .filter(search -> !taken.contains(search.search()))
                            .collect(Collectors.toList());
                    ended.forEach(search -> taken.add(search.search()));
                    return ended;
                }
            }.fixture();
        }
    }
}
