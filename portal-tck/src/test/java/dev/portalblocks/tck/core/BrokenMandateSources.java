// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.mandate.memory.MemoryMandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sources of mandates that are right but for one condition. */
final class BrokenMandateSources {
    private BrokenMandateSources() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements MandateStore {
        final Memory memory = new Memory();
        final MandateStore inner = new MemoryMandateStore(memory);

        @Override
        public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
            return inner.termsOf(tx, tenant, holder, principal);
        }

        @Override
        public Optional<Mandate> find(Tx tx, Scope scope, MandateId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<Mandate> findForUpdate(Tx tx, Scope scope, MandateId id) {
            return inner.findForUpdate(tx, scope, id);
        }

        @Override
        public boolean insert(Tx tx, Mandate mandate) {
            return inner.insert(tx, mandate);
        }

        @Override
        public boolean update(Tx tx, Mandate mandate, long expectedVersion) {
            return inner.update(tx, mandate, expectedVersion);
        }

        @Override
        public List<Mandate> list(Tx tx, Scope scope, Query query, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, query, after, limit);
        }

        @Override
        public void lock(Tx tx, Scope scope, CustomerId customer) {
            inner.lock(tx, scope, customer);
        }

        StoreFixture<MandateSourceContract.Filled> fixture() {
            return new StoreFixture<>(memory, new StoredMandates(this));
        }
    }

    /** Who lives together acts for one another. */
    @Breaks(1)
    static final class ActsBothWays implements MandateSourceContract {
        @Override
        public StoreFixture<MandateSourceContract.Filled> fixture() {
            return new Right() {
                @Override
                public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
                    List<Mandate.Terms> there = super.termsOf(tx, tenant, holder, principal);
                    return there.isEmpty() ? super.termsOf(tx, tenant, principal, holder) : there;
                }
            }.fixture();
        }
    }

    /** One mandate is enough. */
    @Breaks(1)
    static final class ReturnsTheLatest implements MandateSourceContract {
        @Override
        public StoreFixture<MandateSourceContract.Filled> fixture() {
            return new Right() {
                @Override
                public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
                    return super.termsOf(tx, tenant, holder, principal).stream()
                            .limit(1)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Answers as it answered before. */
    @Breaks(2)
    static final class RemembersWhatWasTakenBack implements MandateSourceContract {
        @Override
        public StoreFixture<MandateSourceContract.Filled> fixture() {
            return new Right() {
                private final Map<String, List<Mandate.Terms>> known = new ConcurrentHashMap<>();

                @Override
                public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
                    List<Mandate.Terms> now = super.termsOf(tx, tenant, holder, principal);
                    String key = tenant + "/" + holder + "/" + principal;
                    if (!now.isEmpty()) {
                        known.put(key, now);
                    }
                    return known.getOrDefault(key, now);
                }
            }.fixture();
        }
    }

    /** A customer number in small letters is the one in capitals as well. */
    @Breaks(3)
    static final class FoldsTheCaseOfNumbers implements MandateSourceContract {
        @Override
        public StoreFixture<MandateSourceContract.Filled> fixture() {
            return new Right() {
                @Override
                public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
                    List<Mandate.Terms> all = new ArrayList<>(super.termsOf(tx, tenant, holder, principal));
                    CustomerId capital = CustomerId.of(holder.value().toUpperCase(Locale.ROOT));
                    if (!capital.equals(holder)) {
                        all.addAll(super.termsOf(tx, tenant, capital, principal));
                    }
                    return all;
                }
            }.fixture();
        }
    }
}
