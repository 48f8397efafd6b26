// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.memory.MemorySubscriptionStore;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores of subscriptions that are right but for one condition. */
final class BrokenSubscriptionStores {
    private BrokenSubscriptionStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements SubscriptionStore {
        final Memory memory = new Memory();
        final SubscriptionStore inner = new MemorySubscriptionStore(memory);

        @Override
        public Optional<LogPosition> find(Tx tx, Subscription subscription) {
            return inner.find(tx, subscription);
        }

        @Override
        public Optional<LogPosition> take(Tx tx, Subscription subscription) {
            return inner.take(tx, subscription);
        }

        @Override
        public void feed(Tx tx, Subscription subscription, List<Range> ranges, LogPosition upTo, Instant now) {
            inner.feed(tx, subscription, ranges, upTo, now);
        }

        @Override
        public List<LaneLease> lease(Tx tx, Request request) {
            return inner.lease(tx, request);
        }

        @Override
        public boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now) {
            return inner.step(tx, lease, step, now);
        }

        @Override
        public List<DeadLetter> deadLetters(Tx tx, Subscription subscription, @Nullable Keyset after, int limit) {
            return inner.deadLetters(tx, subscription, after, limit);
        }

        @Override
        public boolean mend(Tx tx, Subscription subscription, LanePlace place, boolean isSkipped, Instant now) {
            return inner.mend(tx, subscription, place, isSkipped, now);
        }

        @Override
        public Optional<LogPosition> fedToAll(Tx tx, TenantId tenant) {
            return inner.fedToAll(tx, tenant);
        }

        @Override
        public Map<ObjectRef, Long> deliveredToAll(Tx tx, TenantId tenant, Collection<ObjectRef> lanes) {
            return inner.deliveredToAll(tx, tenant, lanes);
        }

        @Override
        public void end(Tx tx, String subscription) {
            inner.end(tx, subscription);
        }

        StoreFixture<SubscriptionStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Remembers positions beside the transaction. */
    @Breaks(1)
    static final class ReadsPositionsWithoutALock implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                private final Map<Subscription, LogPosition> positions = new ConcurrentHashMap<>();

                @Override
                public Optional<LogPosition> take(Tx tx, Subscription subscription) {
                    super.take(tx, subscription);
                    return Optional.of(positions.getOrDefault(subscription, LogPosition.START));
                }

                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    super.feed(tx, one, ranges, upTo, now);
                    positions.put(one, upTo);
                }

                @Override
                public void end(Tx tx, String subscription) {
                    super.end(tx, subscription);
                    positions.keySet().removeIf(one -> one.name().equals(subscription));
                }
            }.fixture();
        }
    }

    /** Takes it that each lane is kept from its first event on. */
    @Breaks(2)
    static final class BeginsEachLaneAtItsFirstEvent implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    List<Range> whole = ranges.stream()
                            .map(range -> range.first() == 5 ? new Range(range.lane(), 1, range.last()) : range)
                            .toList();
                    super.feed(tx, one, whole, upTo, now);
                }
            }.fixture();
        }
    }

    /** Moves the position back, and delivers nothing anew. */
    @Breaks(3)
    static final class DoesNotReplay implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                private final Map<List<Object>, Long> heads = new ConcurrentHashMap<>();

                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    List<Range> ahead = ranges.stream()
                            .filter(range -> {
                                List<Object> lane = List.of(one, range.lane());
                                boolean isNew = range.first() > heads.getOrDefault(lane, 0L);
                                heads.merge(lane, range.last(), Math::max);
                                return isNew;
                            })
                            .toList();
                    super.feed(tx, one, ahead, upTo, now);
                }

                @Override
                public void end(Tx tx, String subscription) {
                    super.end(tx, subscription);
                    heads.clear();
                }
            }.fixture();
        }
    }

    /** Has leases for one more than it is asked for. */
    @Breaks(4)
    static final class LeasesOneTooMany implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public List<LaneLease> lease(Tx tx, Request asked) {
                    int limit = asked.limit() == 3 ? 4 : asked.limit();
                    return super.lease(tx, new Request(asked.subscription(), asked.now(), asked.duration(), limit));
                }
            }.fixture();
        }
    }

    /** Serves whom it finds, not who has waited. */
    @Breaks(4)
    static final class LeasesTheLatestFirst implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public List<LaneLease> lease(Tx tx, Request asked) {
                    if (asked.limit() != 1) {
                        return super.lease(tx, asked);
                    }
                    List<LaneLease> all =
                            super.lease(tx, new Request(asked.subscription(), asked.now(), asked.duration(), 1_000));
                    List<LaneLease> others = all.subList(0, Math.max(0, all.size() - 1));
                    others.forEach(lane -> step(tx, lane, new LaneStep.Renewed(Duration.ZERO), asked.now()));
                    return all.subList(others.size(), all.size());
                }
            }.fixture();
        }
    }

    /** Gives a lane back when it was refused, whatever the delay. */
    @Breaks(5)
    static final class DoesNotLetALaneRest implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                private int postponed;

                @Override
                public boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now) {
                    boolean second = step instanceof LaneStep.Postponed && lease.attempts() == 1 && ++postponed > 0;
                    return super.step(tx, lease, second ? new LaneStep.Postponed(Duration.ZERO) : step, now);
                }
            }.fixture();
        }
    }

    /** Lets a node go on that was taken for dead, as if nobody had come since. */
    @Breaks(6)
    static final class DoesNotFence implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now) {
                    return super.step(tx, lease, step, now) || step instanceof LaneStep.Postponed;
                }
            }.fixture();
        }
    }

    /** Has no lease for whom it has served. */
    @Breaks(7)
    static final class EndsTheLeaseWithADelivery implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now) {
                    boolean isRenewed = step instanceof LaneStep.Renewed renewed
                            && lease.delivered() == 0
                            && lease.head() == 3
                            && !renewed.lease().isZero();
                    return super.step(tx, lease, isRenewed ? new LaneStep.Renewed(Duration.ZERO) : step, now);
                }
            }.fixture();
        }
    }

    /** Counts refusals over all, and not in a row. */
    @Breaks(8)
    static final class ListsThoseThatGoAsWell implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public List<DeadLetter> deadLetters(
                        Tx tx, Subscription subscription, @Nullable Keyset after, int limit) {
                    List<DeadLetter> all = super.deadLetters(tx, subscription, null, 1_000);
                    return all.subList(0, Math.min(limit, all.size()));
                }
            }.fixture();
        }
    }

    /** Skips whatever is there, also when somebody else has decided meanwhile. */
    @Breaks(9)
    static final class MendsAnything implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public boolean mend(Tx tx, Subscription one, LanePlace place, boolean isSkipped, Instant now) {
                    return super.mend(tx, one, place, isSkipped, now)
                            || super.mend(tx, one, new LanePlace(place.lane(), 1), isSkipped, now);
                }
            }.fixture();
        }
    }

    /** Asks those that have come to the tenant. */
    @Breaks(10)
    static final class ForgetsWhoHasNotComeYet implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                private final Map<Subscription, LogPosition> positions = new ConcurrentHashMap<>();

                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    super.feed(tx, one, ranges, upTo, now);
                    positions.put(one, upTo);
                }

                @Override
                public Optional<LogPosition> fedToAll(Tx tx, TenantId tenant) {
                    return positions.entrySet().stream()
                            .filter(entry -> entry.getKey().tenant().equals(tenant))
                            .map(Map.Entry::getValue)
                            .min(LogPosition::compareTo);
                }

                @Override
                public void end(Tx tx, String subscription) {
                    super.end(tx, subscription);
                    positions.keySet().removeIf(one -> one.name().equals(subscription));
                }
            }.fixture();
        }
    }

    /** Takes who has come farthest. */
    @Breaks(11)
    static final class TakesTheGreatestDelivered implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public Map<ObjectRef, Long> deliveredToAll(Tx tx, TenantId tenant, Collection<ObjectRef> lanes) {
                    return super.deliveredToAll(tx, tenant, lanes).entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() + 3));
                }
            }.fixture();
        }
    }

    /** Ends what comes after it as well. */
    @Breaks(12)
    static final class EndsNothing implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new Right() {
                @Override
                public void end(Tx tx, String subscription) {
                    // the fault
                }
            }.fixture();
        }
    }
}
