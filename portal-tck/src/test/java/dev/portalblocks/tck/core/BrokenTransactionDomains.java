// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.crypto.memory.MemoryTenantKeyStore;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Transaction domains that are right but for one condition. */
final class BrokenTransactionDomains {
    private BrokenTransactionDomains() {}

    /** The memory; each broken one overrides the method in which it goes wrong. */
    private static class Right implements TransactionDomain, TenantKeyStore {
        final Memory memory = new Memory();
        final TenantKeyStore keys = new MemoryTenantKeyStore(memory);

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
        public Optional<byte[]> find(Tx tx, TenantId tenant) {
            return keys.find(tx, tenant);
        }

        @Override
        public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
            return keys.putIfAbsent(tx, tenant, key);
        }

        StoreFixture<TenantKeyStore> fixture() {
            return new StoreFixture<>(this, this);
        }
    }

    /** What was done before the work threw is committed. */
    @Breaks(1)
    static final class ForgetsToRollBack implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public <R> R write(Function<Tx, R> work) {
                    List<RuntimeException> thrown = new ArrayList<>();
                    Optional<R> result = super.write(tx -> {
                        try {
                            return Optional.of(work.apply(tx));
                        } catch (IllegalStateException e) {
                            thrown.add(e);
                            return Optional.<R>empty();
                        }
                    });
                    return result.orElseThrow(() -> thrown.get(0));
                }
            }.fixture();
        }
    }

    /** A read that finds nothing committed takes what is not committed yet. */
    @Breaks(2)
    static final class ReadsUncommittedRows implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                private final Map<TenantId, byte[]> uncommitted = new ConcurrentHashMap<>();

                @Override
                public <R> R write(Function<Tx, R> work) {
                    try {
                        return super.write(work);
                    } finally {
                        uncommitted.clear();
                    }
                }

                @Override
                public <R> R apart(Function<Tx, R> work) {
                    try {
                        return super.apart(work);
                    } finally {
                        uncommitted.clear();
                    }
                }

                @Override
                public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                    byte[] kept = super.putIfAbsent(tx, tenant, key);
                    uncommitted.put(tenant, kept);
                    return kept;
                }

                @Override
                public Optional<byte[]> find(Tx tx, TenantId tenant) {
                    return super.find(tx, tenant).or(() -> Optional.ofNullable(uncommitted.get(tenant)));
                }
            }.fixture();
        }
    }

    /** A reader sees what is committed before each of its reads. */
    @Breaks(3)
    static final class ReadsWithoutASnapshot implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                private final Set<Tx> reading = ConcurrentHashMap.newKeySet();

                @Override
                public <R> R read(Function<Tx, R> work) {
                    return super.write(tx -> {
                        reading.add(tx);
                        return work.apply(tx);
                    });
                }

                @Override
                public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                    if (reading.contains(tx)) {
                        throw new IllegalStateException("The transaction only reads");
                    }
                    return super.putIfAbsent(tx, tenant, key);
                }
            }.fixture();
        }
    }

    /** A writer reads as if it were another transaction. */
    @Breaks(4)
    static final class HidesAWritersOwnWrites implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public Optional<byte[]> find(Tx tx, TenantId tenant) {
                    return tx.isReadOnly()
                            ? super.find(tx, tenant)
                            : elsewhere(() -> memory.read(other -> keys.find(other, tenant)));
                }
            }.fixture();
        }
    }

    /** Whoever gives way in a circle is told that to try again is of no use. */
    @Breaks(5)
    static final class GivesWayForGood implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public <R> R write(Function<Tx, R> work) {
                    try {
                        return super.write(work);
                    } catch (PortalException.StorageFailure e) {
                        throw new PortalException.StorageFailure(e.code(), false, e);
                    }
                }
            }.fixture();
        }
    }

    /** A transaction inside another becomes part of it. */
    @Breaks(6)
    static final class JoinsTheOuterTransaction implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                private final Map<Thread, Tx> outer = new ConcurrentHashMap<>();

                @Override
                public <R> R write(Function<Tx, R> work) {
                    Tx running = outer.get(Thread.currentThread());
                    return running == null ? super.write(tx -> remembered(tx, work)) : work.apply(running);
                }

                @Override
                public <R> R read(Function<Tx, R> work) {
                    Tx running = outer.get(Thread.currentThread());
                    return running == null ? super.read(tx -> remembered(tx, work)) : work.apply(running);
                }

                private <R> R remembered(Tx tx, Function<Tx, R> work) {
                    outer.put(Thread.currentThread(), tx);
                    try {
                        return work.apply(tx);
                    } finally {
                        outer.remove(Thread.currentThread());
                    }
                }
            }.fixture();
        }
    }

    /** Work that returns counts as done, whatever the storage said on the way. */
    @Breaks(7)
    static final class HidesAFailureThatWasCaught implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public <R> R write(Function<Tx, R> work) {
                    List<R> results = new ArrayList<>();
                    try {
                        return super.write(tx -> {
                            results.add(work.apply(tx));
                            return results.get(0);
                        });
                    } catch (PortalException.StorageFailure e) {
                        return results.stream().findFirst().orElseThrow(() -> e);
                    }
                }
            }.fixture();
        }
    }

    /** A reader's write is passed over in silence. */
    @Breaks(8)
    static final class IgnoresAReadersWrites implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                    return tx.isReadOnly() ? key : super.putIfAbsent(tx, tenant, key);
                }
            }.fixture();
        }
    }

    /** What was done apart before the work threw is committed. */
    @Breaks(9)
    static final class ForgetsToRollBackApart implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public <R> R apart(Function<Tx, R> work) {
                    List<RuntimeException> thrown = new ArrayList<>();
                    Optional<R> result = super.apart(tx -> {
                        try {
                            return Optional.of(work.apply(tx));
                        } catch (IllegalStateException e) {
                            thrown.add(e);
                            return Optional.<R>empty();
                        }
                    });
                    return result.orElseThrow(() -> thrown.get(0));
                }
            }.fixture();
        }
    }

    /** What runs apart can only read. */
    @Breaks(9)
    static final class OnlyReadsApart implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public <R> R apart(Function<Tx, R> work) {
                    return super.read(work);
                }
            }.fixture();
        }
    }

    private static <R> R elsewhere(Supplier<R> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
