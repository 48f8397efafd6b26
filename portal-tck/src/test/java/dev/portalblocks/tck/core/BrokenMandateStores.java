// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Bound;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of mandates that are right but for one condition. */
final class BrokenMandateStores {
    private BrokenMandateStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements MandateStore {
        final Memory memory = new Memory(Duration.ofSeconds(2)); // which a lock too wide is waited for
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

        StoreFixture<MandateStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Has no column for the end. */
    @Breaks(1)
    static final class LosesTheEnd implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, Mandate mandate) {
                    Mandate.Terms terms = mandate.terms();
                    Mandate.Terms endless = new Mandate.Terms(terms.kind(), terms.permissions(), terms.from(), null);
                    boolean ends = mandate.version() == Long.MAX_VALUE;
                    return super.insert(
                            tx,
                            new Mandate(
                                    mandate.tenant(),
                                    mandate.id(),
                                    mandate.holder(),
                                    mandate.principal(),
                                    ends ? endless : terms,
                                    mandate.revokedAt(),
                                    mandate.version()));
                }
            }.fixture();
        }
    }

    /** Takes a mandate for the principal's alone, when it is read by its id. */
    @Breaks(1)
    static final class HidesWhatIsHeld implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public Optional<Mandate> find(Tx tx, Scope scope, MandateId id) {
                    return super.find(tx, scope, id)
                            .filter(found -> scope.customers().admits(found.principal()));
                }
            }.fixture();
        }
    }

    /** Reads for an update as for anything else. */
    @Breaks(2)
    static final class LocksNothing implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public Optional<Mandate> findForUpdate(Tx tx, Scope scope, MandateId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** Takes the second of the same id. */
    @Breaks(3)
    static final class ReplacesWhatIsThere implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, Mandate mandate) {
                    boolean free = super.insert(tx, mandate);
                    if (!free) {
                        super.update(tx, mandate, mandate.version());
                    }
                    return free;
                }
            }.fixture();
        }
    }

    /** Looks at no version. */
    @Breaks(4)
    static final class UpdatesAnyVersion implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, Mandate mandate, long expectedVersion) {
                    return super.find(tx, Scope.wholeTenant(mandate.tenant()), mandate.id())
                            .map(now -> super.update(tx, mandate, now.version()))
                            .orElse(false);
                }
            }.fixture();
        }
    }

    /** An end that has come is no end. */
    @Breaks(5)
    static final class ListsWhatHasEnded implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public List<Mandate> list(Tx tx, Scope scope, Query query, @Nullable Keyset after, int limit) {
                    Instant at = query.openAt();
                    Query earlier = new Query(query.side(), query.customer(), at == null ? null : at.minusNanos(1_000));
                    return super.list(tx, scope, earlier, after, limit);
                }
            }.fixture();
        }
    }

    /** A page begins with the mandate that the last one ended with. */
    @Breaks(5)
    static final class RepeatsTheEdgeOfAPage implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public List<Mandate> list(Tx tx, Scope scope, Query query, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, query, null, Integer.MAX_VALUE).stream()
                            .filter(mandate ->
                                    after == null || Keyset.ofId(mandate.id()).compareTo(after) >= 0)
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Leaves out of a page what is not open, behind the query. */
    @Breaks(5)
    static final class FiltersWhatItHasRead implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public List<Mandate> list(Tx tx, Scope scope, Query query, @Nullable Keyset after, int limit) {
                    List<Mandate> all = new ArrayList<>(
                            super.list(tx, scope, new Query(query.side(), query.customer(), null), after, limit));
                    boolean isPaged = limit < 100 && all.size() == limit && limit % 2 == 0;
                    all.removeIf(mandate -> !query.asksFor(mandate) || (isPaged && mandate.revokedAt() != null));
                    return all;
                }
            }.fixture();
        }
    }

    /** Trusts that nobody else comes. */
    @Breaks(6)
    static final class LocksNobody implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public void lock(Tx tx, Scope scope, CustomerId customer) {}
            }.fixture();
        }
    }

    /** One lock for all customers of a tenant. */
    @Breaks(6)
    static final class LocksTheTenant implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                @Override
                public void lock(Tx tx, Scope scope, CustomerId customer) {
                    super.lock(tx, scope, CustomerId.of("everybody"));
                }
            }.fixture();
        }
    }

    /** Asks for the id alone. */
    @Breaks(7)
    static final class FindsInEveryTenant implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                private final Map<MandateId, Mandate> all = new ConcurrentHashMap<>();

                @Override
                public boolean insert(Tx tx, Mandate mandate) {
                    all.putIfAbsent(mandate.id(), mandate);
                    return super.insert(tx, mandate);
                }

                @Override
                public Optional<Mandate> find(Tx tx, Scope scope, MandateId id) {
                    Optional<Mandate> own = super.find(tx, scope, id);
                    return own.isPresent() || !(scope.customers() instanceof Bound.All)
                            ? own
                            : Optional.ofNullable(all.get(id))
                                    .filter(any -> !any.tenant().equals(Mandates.ACME));
                }
            }.fixture();
        }
    }

    /** Knows what it was given, whatever became of the transaction. */
    @Breaks(8)
    static final class KeepsItsOwnCount implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return new Right() {
                private final Set<MandateId> taken = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, Mandate mandate) {
                    boolean free = super.insert(tx, mandate);
                    return taken.add(MandateId.of(mandate.id().value())) ? free : free && !isKnown(tx, mandate);
                }

                private boolean isKnown(Tx tx, Mandate mandate) {
                    return super.find(tx, Scope.wholeTenant(Mandates.OTHER), mandate.id())
                            .isEmpty();
                }
            }.fixture();
        }
    }
}
