// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.SegmentSource;
import dev.portalblocks.core.access.memory.MemorySegmentSource;
import dev.portalblocks.core.model.CustomerId;
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
final class BrokenSegmentSources {
    private BrokenSegmentSources() {}

    /** The memory's; each broken one overrides the method in which it goes wrong. */
    private static class Right implements SegmentSource, SegmentSourceContract.Filled {
        final Memory memory = new Memory();
        final MemorySegmentSource inner = new MemorySegmentSource(memory);

        @Override
        public Set<String> segmentsOf(Tx tx, TenantId tenant, CustomerId customer) {
            return inner.segmentsOf(tx, tenant, customer);
        }

        @Override
        public SegmentSource source() {
            return this;
        }

        @Override
        public void put(Tx tx, TenantId tenant, CustomerId customer, Set<String> all) {
            inner.put(tx, tenant, customer, all);
        }

        StoreFixture<SegmentSourceContract.Filled> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** A number in small letters is the one in capitals as well. */
    @Breaks(1)
    static final class FoldsTheCaseOfNumbers implements SegmentSourceContract {
        @Override
        public StoreFixture<SegmentSourceContract.Filled> fixture() {
            return new Right() {
                @Override
                public Set<String> segmentsOf(Tx tx, TenantId tenant, CustomerId customer) {
                    Set<String> all = new HashSet<>(super.segmentsOf(tx, tenant, customer));
                    CustomerId other = CustomerId.of(customer.value().toUpperCase(Locale.ROOT));
                    all.addAll(super.segmentsOf(tx, tenant, other));
                    return all;
                }
            }.fixture();
        }
    }

    /** What was there before stays beside what is new. */
    @Breaks(2)
    static final class NeverForgets implements SegmentSourceContract {
        @Override
        public StoreFixture<SegmentSourceContract.Filled> fixture() {
            return new Right() {
                @Override
                public void put(Tx tx, TenantId tenant, CustomerId customer, Set<String> all) {
                    Set<String> more = new HashSet<>(inner.segmentsOf(tx, tenant, customer));
                    more.addAll(all);
                    super.put(tx, tenant, customer, more);
                }
            }.fixture();
        }
    }

    /** What was asked once stays so as long as the process runs. */
    @Breaks(2)
    static final class AsksOnce implements SegmentSourceContract {
        @Override
        public StoreFixture<SegmentSourceContract.Filled> fixture() {
            return new Right() {
                private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

                @Override
                public Set<String> segmentsOf(Tx tx, TenantId tenant, CustomerId customer) {
                    return known.computeIfAbsent(
                            tenant + "/" + customer, unknown -> super.segmentsOf(tx, tenant, customer));
                }
            }.fixture();
        }
    }

    /** A customer of one company is one of every company. */
    @Breaks(3)
    static final class KnowsNoTenants implements SegmentSourceContract {
        @Override
        public StoreFixture<SegmentSourceContract.Filled> fixture() {
            return new Right() {
                @Override
                public Set<String> segmentsOf(Tx tx, TenantId tenant, CustomerId customer) {
                    return super.segmentsOf(tx, SegmentSourceContract.ACME, customer);
                }

                @Override
                public void put(Tx tx, TenantId tenant, CustomerId customer, Set<String> all) {
                    super.put(tx, SegmentSourceContract.ACME, customer, all);
                }
            }.fixture();
        }
    }
}
