// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.operation.memory.MemoryIdempotencyStore;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stores of idempotency keys that are right but for one condition. */
final class BrokenIdempotencyStores {
    private BrokenIdempotencyStores() {}

    /** The memory and its store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements TransactionDomain, IdempotencyStore {
        final Memory memory = new Memory();
        final IdempotencyStore inner = new MemoryIdempotencyStore(memory);

        @Override
        public <R> R write(Function<Tx, R> work) {
            return memory.write(work);
        }

        @Override
        public <R> R read(Function<Tx, R> work) {
            return memory.read(work);
        }

        @Override
        public <R> R apart(Function<Tx, R> work) {
            return memory.apart(work);
        }

        @Override
        public Optional<IdempotencyClaim> claim(Tx tx, IdempotencyClaim claim) {
            return inner.claim(tx, claim);
        }

        @Override
        public int purge(Tx tx, TenantId tenant, Instant before, int limit) {
            return inner.purge(tx, tenant, before, limit);
        }

        StoreFixture<IdempotencyStore> fixture() {
            return new StoreFixture<>(this, this);
        }
    }

    /** A repeat at a later time renews the claim. */
    @Breaks(1)
    static final class RenewsTheTime implements IdempotencyStoreContract {
        @Override
        public StoreFixture<IdempotencyStore> fixture() {
            return new Right() {
                private final MemoryTable<String, Instant> times =
                        memory.table("test.time", Comparator.<String>naturalOrder());

                @Override
                public Optional<IdempotencyClaim> claim(Tx tx, IdempotencyClaim claim) {
                    Optional<IdempotencyClaim> first = super.claim(tx, claim);
                    String key = claim.tenant() + "/" + claim.fingerprint();
                    Optional<IdempotencyClaim> answer = first.map(found -> new IdempotencyClaim(
                            found.tenant(),
                            found.fingerprint(),
                            found.command(),
                            found.resultId(),
                            times.find(tx, key).orElse(found.at())));
                    if (answer.filter(found -> found.at().isBefore(claim.at())).isPresent()) {
                        times.put(tx, key, claim.at());
                    }
                    return answer;
                }
            }.fixture();
        }
    }

    /** Answers with a claim that may still be rolled back, instead of waiting for its end. */
    @Breaks(2)
    static final class DoesNotWait implements IdempotencyStoreContract {
        @Override
        public StoreFixture<IdempotencyStore> fixture() {
            return new Right() {
                private final Map<List<Object>, IdempotencyClaim> uncommitted = new ConcurrentHashMap<>();

                @Override
                public <R> R write(Function<Tx, R> work) {
                    return super.write(tx -> {
                        try {
                            return work.apply(tx);
                        } finally {
                            uncommitted.clear();
                        }
                    });
                }

                @Override
                public Optional<IdempotencyClaim> claim(Tx tx, IdempotencyClaim claim) {
                    List<Object> key = List.of(claim.tenant(), claim.fingerprint());
                    IdempotencyClaim other = uncommitted.putIfAbsent(key, claim);
                    return other == null ? super.claim(tx, claim) : Optional.of(other);
                }
            }.fixture();
        }
    }

    /** A column that does not tell upper from lower case. */
    @Breaks(4)
    static final class FoldsTheCaseOfTenants implements IdempotencyStoreContract {
        @Override
        public StoreFixture<IdempotencyStore> fixture() {
            return new Right() {
                @Override
                public Optional<IdempotencyClaim> claim(Tx tx, IdempotencyClaim claim) {
                    return super.claim(tx, of(folded(claim.tenant()), claim)).map(found -> of(claim.tenant(), found));
                }

                @Override
                public int purge(Tx tx, TenantId tenant, Instant before, int limit) {
                    return super.purge(tx, folded(tenant), before, limit);
                }
            }.fixture();
        }

        private static TenantId folded(TenantId tenant) {
            return TenantId.of(tenant.value().toLowerCase(Locale.ROOT));
        }

        private static IdempotencyClaim of(TenantId tenant, IdempotencyClaim claim) {
            return new IdempotencyClaim(tenant, claim.fingerprint(), claim.command(), claim.resultId(), claim.at());
        }
    }

    /** Removes what was made at the instant, too. */
    @Breaks(5)
    static final class PurgesTheEdge implements IdempotencyStoreContract {
        @Override
        public StoreFixture<IdempotencyStore> fixture() {
            return new Right() {
                @Override
                public int purge(Tx tx, TenantId tenant, Instant before, int limit) {
                    return super.purge(tx, tenant, before.plus(1, ChronoUnit.MICROS), limit);
                }
            }.fixture();
        }
    }

    /** Stops before the limit and leaves the rest for another time. */
    @Breaks(5)
    static final class PurgesFewerThanTheLimit implements IdempotencyStoreContract {
        @Override
        public StoreFixture<IdempotencyStore> fixture() {
            return new Right() {
                @Override
                public int purge(Tx tx, TenantId tenant, Instant before, int limit) {
                    return super.purge(tx, tenant, before, Math.min(limit, 2));
                }
            }.fixture();
        }
    }
}
