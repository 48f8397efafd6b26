// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Stores of subscriptions that are right but for one condition of leasing lanes. */
final class BrokenLaneLeases {
    private BrokenLaneLeases() {}

    /** Has leases for one more than it is asked for. */
    @Breaks(4)
    static final class LeasesOneTooMany implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
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
            return new RightSubscriptionStore() {
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
            return new RightSubscriptionStore() {
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
            return new RightSubscriptionStore() {
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
            return new RightSubscriptionStore() {
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
}
