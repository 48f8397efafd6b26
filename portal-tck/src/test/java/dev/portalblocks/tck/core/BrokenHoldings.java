// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Holdings;
import dev.portalblocks.core.access.memory.MemoryHoldings;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sources that are right but for one condition. */
final class BrokenHoldings {
    private BrokenHoldings() {}

    /** The memory's; each broken one overrides the method in which it goes wrong. */
    private static class Right implements Holdings, HoldingsContract.Filled {
        final Memory memory = new Memory();
        final MemoryHoldings inner = new MemoryHoldings(memory);

        @Override
        public Set<ObjectRef> holdingsOf(Tx tx, TenantId tenant, CustomerId customer) {
            return inner.holdingsOf(tx, tenant, customer);
        }

        @Override
        public Holdings source() {
            return this;
        }

        @Override
        public void put(Tx tx, TenantId tenant, CustomerId customer, Set<ObjectRef> all) {
            inner.put(tx, tenant, customer, all);
        }

        StoreFixture<HoldingsContract.Filled> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** A number in small letters is the one in capitals as well. */
    @Breaks(1)
    static final class FoldsTheCaseOfNumbers implements HoldingsContract {
        @Override
        public StoreFixture<HoldingsContract.Filled> fixture() {
            return new Right() {
                @Override
                public Set<ObjectRef> holdingsOf(Tx tx, TenantId tenant, CustomerId customer) {
                    Set<ObjectRef> all = new HashSet<>(super.holdingsOf(tx, tenant, customer));
                    CustomerId other = CustomerId.of(customer.value().toUpperCase(Locale.ROOT));
                    all.addAll(super.holdingsOf(tx, tenant, other));
                    return all;
                }
            }.fixture();
        }
    }

    /** What was there before stays beside what is new. */
    @Breaks(2)
    static final class NeverForgets implements HoldingsContract {
        @Override
        public StoreFixture<HoldingsContract.Filled> fixture() {
            return new Right() {
                @Override
                public void put(Tx tx, TenantId tenant, CustomerId customer, Set<ObjectRef> all) {
                    Set<ObjectRef> more = new HashSet<>(inner.holdingsOf(tx, tenant, customer));
                    more.addAll(all);
                    super.put(tx, tenant, customer, more);
                }
            }.fixture();
        }
    }

    /** What was asked once stays so as long as the process runs. */
    @Breaks(2)
    static final class AsksOnce implements HoldingsContract {
        @Override
        public StoreFixture<HoldingsContract.Filled> fixture() {
            return new Right() {
                private final Map<String, Set<ObjectRef>> known = new ConcurrentHashMap<>();

                @Override
                public Set<ObjectRef> holdingsOf(Tx tx, TenantId tenant, CustomerId customer) {
                    return known.computeIfAbsent(
                            tenant + "/" + customer, unknown -> super.holdingsOf(tx, tenant, customer));
                }
            }.fixture();
        }
    }

    /** A customer of one company is one of every company. */
    @Breaks(3)
    static final class KnowsNoTenants implements HoldingsContract {
        @Override
        public StoreFixture<HoldingsContract.Filled> fixture() {
            return new Right() {
                @Override
                public Set<ObjectRef> holdingsOf(Tx tx, TenantId tenant, CustomerId customer) {
                    return super.holdingsOf(tx, HoldingsContract.ACME, customer);
                }

                @Override
                public void put(Tx tx, TenantId tenant, CustomerId customer, Set<ObjectRef> all) {
                    super.put(tx, HoldingsContract.ACME, customer, all);
                }
            }.fixture();
        }
    }
}
