// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Breaks;
import java.util.function.Function;
import java.util.function.Supplier;

/** Domains that join rightly but for one condition of what joins, and when. */
final class BrokenJoiningThreads {
    private BrokenJoiningThreads() {}

    /** A part takes itself for a transaction of its own. */
    @Breaks(6)
    static final class HidesThatAPartIsJoined implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R read(Function<Tx, R> work) {
                    return super.read(tx -> work.apply(posing(tx, false)));
                }
            }.fixture();
        }
    }

    /** Knows it of a part only. */
    @Breaks(6)
    static final class HidesThatAHostJoins implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public boolean isJoining() {
                    return false;
                }
            }.fixture();
        }
    }

    /** While a host joins on one thread, the transactions of others say that they do, too. */
    @Breaks(6)
    static final class TakesOthersForJoined implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                private volatile boolean joining;

                @Override
                public <R> R joining(Tx host, Supplier<R> work) {
                    return super.joining(host, () -> {
                        joining = true;
                        try {
                            return work.get();
                        } finally {
                            joining = false;
                        }
                    });
                }

                @Override
                public <R> R write(Function<Tx, R> work) {
                    return super.write(tx -> work.apply(posing(tx, joining)));
                }
            }.fixture();
        }
    }

    /** Who joins while joining is just let through. */
    @Breaks(7)
    static final class JoinsTwice implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R joining(Tx host, Supplier<R> work) {
                    return isJoining() ? work.get() : super.joining(host, work);
                }
            }.fixture();
        }
    }

    /** A transaction inside a part becomes part of that. */
    @Breaks(7)
    static final class TakesPartsIntoParts implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @SuppressWarnings("ThreadLocalUsage") // as long-lived as the memory that is tested
                private final ThreadLocal<Tx> part = new ThreadLocal<>();

                @Override
                public <R> R write(Function<Tx, R> work) {
                    Tx running = part.get();
                    return running != null
                            ? work.apply(running)
                            : super.write(tx -> {
                                part.set(tx);
                                try {
                                    return work.apply(tx);
                                } finally {
                                    part.remove();
                                }
                            });
                }
            }.fixture();
        }
    }

    /** Where joined work threw, the thread still joins. */
    @Breaks(8)
    static final class StaysJoinedAfterAThrow implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @SuppressWarnings("ThreadLocalUsage") // as long-lived as the memory that is tested
                private final ThreadLocal<Tx> left = new ThreadLocal<>();

                @Override
                public <R> R joining(Tx host, Supplier<R> work) {
                    boolean through = false;
                    try {
                        R result = super.joining(host, work);
                        through = true;
                        return result;
                    } finally {
                        left.set(through || isJoining() ? null : host);
                    }
                }

                @Override
                public <R> R write(Function<Tx, R> work) {
                    Tx host = left.get();
                    return host == null || isJoining()
                            ? super.write(work)
                            : super.joining(host, () -> super.write(work));
                }

                @Override
                <R> R transaction(Function<Tx, R> work) {
                    try {
                        return super.transaction(work);
                    } finally {
                        left.remove();
                    }
                }
            }.fixture();
        }
    }

    /** Work apart is a part of the host's transaction, and is told that it is none. */
    @Breaks(9)
    static final class HidesThatApartIsAPart implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R apart(Function<Tx, R> work) {
                    return isJoining() ? super.write(tx -> work.apply(posing(tx, false))) : super.apart(work);
                }
            }.fixture();
        }
    }

    /** What was done apart before the work threw is committed. */
    @Breaks(9)
    static final class ForgetsToTakeBackApart implements JoiningContract<Tx> {
        @Override
        public JoiningFixture<Tx> fixture() {
            return new JoinableMemory() {
                @Override
                public <R> R apart(Function<Tx, R> work) {
                    return isJoining() ? endingWell(super::apart, work) : super.apart(work);
                }
            }.fixture();
        }
    }
}
