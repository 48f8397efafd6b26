// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Subscribed.ARCHIVE;
import static dev.portalblocks.tck.core.Subscribed.CRM;
import static dev.portalblocks.tck.core.Subscribed.HOUR;
import static dev.portalblocks.tck.core.Subscribed.MOMENT;
import static dev.portalblocks.tck.core.Subscribed.OTHERS_CRM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.LanePlace;
import dev.portalblocks.core.event.SubscriptionStore.Waiting;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises of {@link SubscriptionStore} about leases; part of {@link SubscriptionStoreContract}. */
@ContractOf(SubscriptionStore.class)
public interface SubscriptionLeaseContract {
    /** Returns a store without subscriptions and its domain; asked once, at the beginning of each test. */
    StoreFixture<SubscriptionStore> fixture();

    @Test
    @Promise(4)
    default void aLeaseIsOfThisSubscriptionOverAllTenants() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 1);
        node.feed(OTHERS_CRM, "1", 1, 1);
        node.feed(ARCHIVE, "1", 1, 1);
        assertThat(node.lease()).extracting(LaneLease::subscription).containsExactlyInAnyOrder(CRM, OTHERS_CRM);
        assertThat(node.lease("archive", HOUR, 9))
                .extracting(LaneLease::subscription)
                .containsExactly(ARCHIVE);
        assertThat(node.lease("unknown", HOUR, 9)).isEmpty();
    }

    @Test
    @Promise(4)
    default void thoseThatHaveWaitedLongestComeFirst() {
        Subscribed node = new Subscribed(fixture());
        for (String lane : List.of("3", "1", "2")) {
            node.feed(CRM, lane, 1, 1);
            LaneLease fed = node.awaitOne();
            assertThat(node.step(fed, new LaneStep.Renewed(Duration.ZERO))).isTrue();
            node.step(node.awaitOne(), new LaneStep.Renewed(HOUR));
        }
        node.feed(CRM, "5", 1, 1);
        LaneLease first = node.awaitOne();
        node.feed(CRM, "4", 1, 1);
        LaneLease second = node.awaitOne();
        assertThat(node.step(first, new LaneStep.Renewed(Duration.ZERO))).isTrue();
        node.feed(CRM, "6", 1, 1);
        LaneLease oldest = node.lease(CRM.name(), HOUR, 1).get(0);
        assertThat(oldest.lane()).isEqualTo(first.lane());
        assertThat(node.leaseOne().lane()).isEqualTo(Events.lane("6")).isNotEqualTo(second.lane());
    }

    @Test
    @Promise(13)
    default void whatWaitsIsListedWhoeverHasItAndWhateverItStandsAt() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 2);
        LaneLease first = node.leaseOne();
        assertThat(node.delivers(first, 1)).isTrue();
        node.stop("2");
        node.feed(CRM, "3", 7, 7);
        assertThat(node.delivers(node.leaseOne(), 7)).isTrue();
        node.feed(OTHERS_CRM, "1", 4, 4);
        node.feed(ARCHIVE, "4", 1, 1);
        Waiting free = new Waiting(Events.OTHER, new LanePlace(Events.lane("1"), 4));
        Waiting leased = new Waiting(Events.ACME, new LanePlace(Events.lane("1"), 2));
        assertThat(node.waiting("crm", 9)).containsExactly(free, leased);
        assertThat(node.waiting("crm", 1)).containsExactly(free);
        assertThat(node.waiting("unknown", 9)).isEmpty();
        assertThat(node.step(first, new LaneStep.Postponed(HOUR.multipliedBy(2))))
                .isTrue();
        assertThat(node.waiting("crm", 9)).containsExactly(free, leased);
    }

    @Test
    @Promise(4)
    default void noMoreLanesThanWanted() {
        Subscribed node = new Subscribed(fixture());
        for (int i = 0; i < 7; i++) {
            node.feed(CRM, "" + i, 1, 1);
        }
        assertThat(List.of(
                        node.lease("crm", HOUR, 3).size(),
                        node.lease("crm", HOUR, 3).size(),
                        node.lease("crm", HOUR, 3).size()))
                .containsExactly(3, 3, 1);
    }

    /** Eight nodes, each with the lanes of the others under its eyes. */
    @Test
    @Promise(4)
    default void eachLaneGoesToOne() {
        StoreFixture<SubscriptionStore> store = fixture();
        Subscribed feeder = new Subscribed(store);
        for (int i = 0; i < 60; i++) {
            feeder.feed(CRM, "" + i, 1, 1);
        }
        List<ObjectRef> got = new ArrayList<>();
        Race.of(8, runner -> {
                    Subscribed node = new Subscribed(store);
                    List<LaneLease> mine = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        mine.addAll(node.lease("crm", HOUR, 2));
                    }
                    return mine;
                })
                .forEach(outcome -> outcome.orFail().forEach(lease -> got.add(lease.lane())));
        // whoever met the others at each lane got none that time
        feeder.lease("crm", HOUR, 60).forEach(lease -> got.add(lease.lane()));
        assertThat(got).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    @Promise(4)
    default void theFenceGrowsWithEachLease() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 9);
        List<Long> fences = new ArrayList<>();
        for (long i = 1; i <= 4; i++) {
            LaneLease lease = node.leaseOne();
            fences.add(lease.fence());
            assertThat(node.step(lease, new LaneStep.Delivered(i, Duration.ZERO)))
                    .isTrue();
        }
        assertThat(fences).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @Promise(5)
    default void aLeaseHoldsAndIsOverInTheEnd() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 1);
        assertThat(node.lease("crm", HOUR, 9)).hasSize(1);
        assertThat(node.lease()).isEmpty();
        node.feed(CRM, "2", 1, 1);
        LaneLease dead = node.lease("crm", MOMENT, 9).get(0);
        LaneLease next = node.awaitOne();
        assertThat(next.lane()).isEqualTo(dead.lane());
        assertThat(next.fence()).isGreaterThan(dead.fence());
    }

    @Test
    @Promise(5)
    default void aLaneRestsUntilItsDelayHasPassed() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 1);
        assertThat(node.step(node.leaseOne(), new LaneStep.Postponed(MOMENT))).isTrue();
        LaneLease again = node.awaitOne();
        assertThat(node.step(again, new LaneStep.Postponed(HOUR))).isTrue();
        assertThat(node.lease()).isEmpty();
    }

    /** The node that was taken for dead wakes up. */
    @Test
    @Promise(6)
    default void whatWasLeasedSinceIsNobodyElses() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 5);
        LaneLease dead = node.lease("crm", MOMENT, 9).get(0);
        LaneLease alive = node.awaitOne();
        for (LaneStep step : List.of(
                new LaneStep.Delivered(1, HOUR),
                new LaneStep.Renewed(Duration.ZERO),
                new LaneStep.Postponed(Duration.ZERO),
                Subscribed.stopped("Refused"))) {
            assertThat(node.step(dead, step)).as("%s", step).isFalse();
            assertThat(node.lease()).as("%s", step).isEmpty();
        }
        assertThat(node.deadLetters(CRM)).isEmpty();
        assertThat(node.step(alive, new LaneStep.Renewed(Duration.ZERO))).isTrue();
        LaneLease next = node.leaseOne();
        assertThat(List.of(next.delivered(), (long) next.attempts())).containsExactly(0L, 0L);
    }

    /** Nobody came in between. */
    @Test
    @Promise(6)
    default void whoWakesBeforeAnybodyElseCameGoesOn() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 5);
        LaneLease late = node.lease("crm", Duration.ZERO, 9).get(0);
        assertThat(node.delivers(late, 1)).isTrue();
        assertThat(node.lease()).as("and has its lease anew").isEmpty();
    }

    @Test
    @Promise(7)
    default void whatIsDeliveredDoesNotComeAgain() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 3);
        LaneLease lease = node.leaseOne();
        assertThat(node.step(lease, new LaneStep.Delivered(1, Duration.ZERO))).isTrue();
        LaneLease next = node.leaseOne();
        assertThat(List.of(next.delivered(), next.head())).containsExactly(1L, 3L);
        assertThat(node.step(next, new LaneStep.Delivered(3, Duration.ZERO))).isTrue();
        assertThat(node.lease()).isEmpty();
        node.feed(CRM, "1", 4, 4);
        assertThat(node.leaseOne().delivered()).isEqualTo(3);
    }

    @Test
    @Promise(7)
    default void aDeliveryForgetsRefusals() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 3);
        assertThat(node.step(node.leaseOne(), new LaneStep.Postponed(Duration.ZERO)))
                .isTrue();
        LaneLease second = node.leaseOne();
        assertThat(second.attempts()).isEqualTo(1);
        assertThat(node.step(second, new LaneStep.Delivered(1, Duration.ZERO))).isTrue();
        assertThat(node.leaseOne().attempts()).isZero();
    }

    /** A sign of life keeps the others out for as long as it says, and not as long as the lease before. */
    @Test
    @Promise(7)
    default void aLeaseIsRenewed() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 3);
        LaneLease lease = node.lease("crm", Duration.ZERO, 9).get(0);
        assertThat(node.step(lease, new LaneStep.Renewed(HOUR))).isTrue();
        assertThat(node.lease()).isEmpty();
        assertThat(node.step(lease, new LaneStep.Delivered(1, MOMENT))).isTrue();
        assertThat(node.awaitOne().delivered()).isEqualTo(1);
    }
}
