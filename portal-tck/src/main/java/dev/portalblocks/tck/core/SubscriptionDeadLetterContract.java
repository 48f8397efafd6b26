// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Subscribed.ARCHIVE;
import static dev.portalblocks.tck.core.Subscribed.CRM;
import static dev.portalblocks.tck.core.Subscribed.OTHERS_CRM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.Refusal;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link SubscriptionStore} about dead letters; part of {@link SubscriptionStoreContract}. */
@ContractOf(SubscriptionStore.class)
public interface SubscriptionDeadLetterContract {
    /** Returns a store without subscriptions and its domain; asked once, at the beginning of each test. */
    StoreFixture<SubscriptionStore> fixture();

    @Test
    @Promise(8)
    default void refusalsAreCounted() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 3);
        for (int i = 0; i < 3; i++) {
            LaneLease lease = node.leaseOne();
            assertThat(lease.attempts()).isEqualTo(i);
            assertThat(node.step(lease, new LaneStep.Postponed(Duration.ZERO))).isTrue();
        }
    }

    @Test
    @Promise(8)
    default void aLaneThatStandsStillIsListedAndNotLeased() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 5);
        LaneLease lease = node.leaseOne();
        assertThat(node.delivers(lease, 2)).isTrue();
        Refusal refusal = new Refusal(new UUID(4711, 3), "portalblocks.tck.noted.v1", "java.io.IOException");
        assertThat(node.step(lease, new LaneStep.Stopped(refusal))).isTrue();
        assertThat(node.lease()).isEmpty();
        assertThat(node.step(lease, new LaneStep.Renewed(Duration.ZERO))).isFalse();
        DeadLetter dead = node.deadLetters(CRM).get(0);
        assertThat(dead.subscription()).isEqualTo("crm");
        assertThat(new Refusal(dead.event(), dead.type(), dead.failure())).isEqualTo(refusal);
        assertThat(List.of(dead.sequence(), dead.head(), (long) dead.attempts()))
                .containsExactly(3L, 5L, 1L);
        assertThat(dead.lane()).isEqualTo(Events.lane("1"));
    }

    @Test
    @Promise(8)
    default void aDeadLetterStopsItsOwnLaneOnly() {
        Subscribed node = new Subscribed(fixture());
        node.stop("1");
        node.feed(CRM, "2", 1, 1);
        assertThat(node.leaseOne().lane()).isEqualTo(Events.lane("2"));
        node.feed(ARCHIVE, "1", 1, 1);
        assertThat(node.lease("archive", Subscribed.HOUR, 9)).hasSize(1);
        assertThat(node.deadLetters(ARCHIVE)).isEmpty();
        assertThat(node.deadLetters(OTHERS_CRM)).isEmpty();
    }

    @Test
    @Promise(8)
    default void deadLettersComeInPages() {
        Subscribed node = new Subscribed(fixture());
        for (String lane : List.of("3", "1", "5", "2", "4")) {
            node.stop(lane);
        }
        assertThat(node.stopped(CRM))
                .containsExactly(
                        Events.lane("1"), Events.lane("2"), Events.lane("3"), Events.lane("4"), Events.lane("5"));
        assertThat(node.deadLettersBehind("2", 2))
                .extracting(DeadLetter::lane)
                .containsExactly(Events.lane("3"), Events.lane("4"));
        assertThat(node.deadLettersBehind("5", 2)).isEmpty();
    }

    @Test
    @Promise(9)
    default void aLaneGoesOnWithItsDeadLetterOrBehindIt() {
        Subscribed node = new Subscribed(fixture());
        node.stop("1");
        assertThat(node.mend(CRM, "1", 1, false)).isTrue();
        LaneLease again = node.leaseOne();
        assertThat(List.of(again.delivered(), (long) again.attempts())).containsExactly(0L, 0L);
        assertThat(node.step(again, Subscribed.stopped("Refused"))).isTrue();
        assertThat(node.mend(CRM, "1", 1, true)).isTrue();
        LaneLease behind = node.leaseOne();
        assertThat(List.of(behind.delivered(), behind.head(), (long) behind.attempts()))
                .containsExactly(1L, 3L, 0L);
        assertThat(node.deadLetters(CRM)).isEmpty();
    }

    @Test
    @Promise(9)
    default void whereTheDeadLetterWasTheLastNothingIsLeft() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 1);
        assertThat(node.step(node.leaseOne(), Subscribed.stopped("Refused"))).isTrue();
        assertThat(node.mend(CRM, "1", 1, true)).isTrue();
        assertThat(node.lease()).isEmpty();
        node.feed(CRM, "1", 2, 2);
        assertThat(node.leaseOne().delivered()).isEqualTo(1);
    }

    /** Two who look at the same list decide once. */
    @Test
    @Promise(9)
    default void whatStandsElsewhereOrGoesIsLeftAlone() {
        Subscribed node = new Subscribed(fixture());
        node.stop("1");
        assertThat(node.mend(CRM, "1", 2, true)).isFalse();
        assertThat(node.mend(CRM, "2", 1, true)).isFalse();
        assertThat(node.mend(ARCHIVE, "1", 1, true)).isFalse();
        assertThat(node.mend(OTHERS_CRM, "1", 1, true)).isFalse();
        assertThat(node.stopped(CRM)).hasSize(1);
        assertThat(node.mend(CRM, "1", 1, true)).isTrue();
        assertThat(node.mend(CRM, "1", 1, true)).isFalse();
        assertThat(node.mend(CRM, "1", 2, true)).as("it goes").isFalse();
        assertThat(node.leaseOne().delivered()).isEqualTo(1);
    }
}
