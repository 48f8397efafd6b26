// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Breaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Domains that join rightly but for one condition of what becomes of a part. */
final class BrokenJoinableDomains {
    private BrokenJoinableDomains() {}

    /** Each part is committed for itself. */
    @Breaks(1)
    static final class CommitsEachPart implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R write(Function<Tx, R> work) {
                    return isJoining() ? memory.apart(tx -> work.apply(posing(tx, true))) : super.write(work);
                }
            }.fixture();
        }
    }

    /** A reading part sees what everybody sees. */
    @Breaks(2)
    static final class ReadsWhatIsCommittedAlone implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public Optional<byte[]> find(Tx tx, TenantId tenant) {
                    return tx.isJoined() && tx.isReadOnly()
                            ? elsewhere(() -> memory.read(other -> keys.find(other, tenant)))
                            : super.find(tx, tenant);
                }
            }.fixture();
        }
    }

    /** A reading part is a writing one. */
    @Breaks(3)
    static final class LetsAReadingPartWrite implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R read(Function<Tx, R> work) {
                    return isJoining() ? super.write(work) : super.read(work);
                }
            }.fixture();
        }
    }

    /** What a part did before it threw stays. */
    @Breaks(4)
    static final class ForgetsToTakeBack implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R write(Function<Tx, R> work) {
                    return isJoining() ? endingWell(super::write, work) : super.write(work);
                }
            }.fixture();
        }
    }

    /** A host that was joined by a part that threw can't commit. */
    @Breaks(4)
    static final class TakesBackTheWholeTransaction implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new Doomed(failure -> !(failure instanceof StorageFailure)).fixture();
        }
    }

    /** A host can't commit when storage has failed under a part. */
    @Breaks(5)
    static final class TakesBackTheWholeTransactionWithAFailure implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new Doomed(StorageFailure.class::isInstance).fixture();
        }
    }

    /** A part that returns counts as done, whatever storage said on the way. */
    @Breaks(5)
    static final class HidesAFailureThatAPartCaught implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R write(Function<Tx, R> work) {
                    List<R> results = new ArrayList<>();
                    try {
                        return super.write(tx -> {
                            results.add(work.apply(tx));
                            return results.get(0);
                        });
                    } catch (StorageFailure e) {
                        return results.stream().findFirst().orElseThrow(() -> e);
                    }
                }
            }.fixture();
        }
    }

    /** Can't commit when one of its parts has thrown something deadly. */
    private static final class Doomed extends JoinableMemory {
        private final Predicate<Throwable> deadly;
        private final ThreadLocal<Boolean> doomed = ThreadLocal.withInitial(() -> false);

        Doomed(Predicate<Throwable> deadly) {
            this.deadly = deadly;
        }

        @Override
        public <R> R write(Function<Tx, R> work) {
            return super.write(tx -> {
                try {
                    return work.apply(tx);
                } catch (RuntimeException | Error e) {
                    doomed.set(doomed.get() || (isJoining() && deadly.test(e)));
                    throw e;
                }
            });
        }

        @Override
        <R> R transaction(Function<Tx, R> work) {
            try {
                return super.transaction(tx -> {
                    R result = work.apply(tx);
                    if (doomed.get()) {
                        throw new StorageFailure("storage.doomed", false, null);
                    }
                    return result;
                });
            } finally {
                doomed.remove();
            }
        }
    }

    private static <R> R elsewhere(Supplier<R> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
