// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Subscribed.ARCHIVE;
import static dev.portalblocks.tck.core.Subscribed.CRM;
import static dev.portalblocks.tck.core.Subscribed.OTHERS_CRM;
import static dev.portalblocks.tck.core.Subscribed.position;
import static dev.portalblocks.tck.core.Subscribed.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The promises of {@link SubscriptionStore} about positions and feeding; part of {@link SubscriptionStoreContract}. */
@ContractOf(SubscriptionStore.class)
public interface SubscriptionFeedContract {
    /** Returns a store without subscriptions and its domain; asked once, at the beginning of each test. */
    StoreFixture<SubscriptionStore> fixture();

    /** Each of its own, and what was rolled back never was. */
    @Test
    @Promise(1)
    default void aSubscriptionStandsWhereItWasFedLast() {
        Subscribed node = new Subscribed(fixture());
        assertThat(found(node)).isEmpty();
        assertThat(node.position(CRM)).isEqualTo(LogPosition.START);
        assertThat(found(node)).contains(LogPosition.START);
        node.feed(CRM, position(7));
        assertThat(found(node)).contains(position(7));
        node.feed(ARCHIVE, position(5));
        node.feed(CRM, position(3));
        node.store.rollBack((tx, rows) -> {
            rows.take(tx, CRM);
            rows.feed(tx, CRM, List.of(), position(9), Events.NOON);
        });
        assertThat(node.position(CRM)).isEqualTo(position(3));
        assertThat(node.position(ARCHIVE)).isEqualTo(position(5));
        assertThat(node.position(OTHERS_CRM)).isEqualTo(LogPosition.START);
    }

    /** Eight nodes count on, and none counts from where another one stands. */
    @Test
    @Promise(1)
    default void aPositionIsOneNodesAtATime() {
        StoreFixture<SubscriptionStore> store = fixture();
        List<Integer> steps = Race.of(8, runner -> {
                    int taken = 0;
                    for (int i = 0; i < 20; i++) {
                        taken += store.write((tx, rows) -> {
                            Optional<LogPosition> at = rows.take(tx, CRM);
                            at.ifPresent(place -> {
                                LockSupport.parkNanos(1_000); // another may come in here
                                rows.feed(tx, CRM, List.of(), position(place.commit() + 1), Events.NOON);
                            });
                            return at.isPresent() ? 1 : 0;
                        });
                    }
                    return taken;
                })
                .stream()
                .map(Outcome::orFail)
                .toList();
        int all = steps.stream().mapToInt(Integer::intValue).sum();
        assertThat(new Subscribed(store).position(CRM).commit()).isEqualTo(all).isPositive();
    }

    /** The first event of a lane that is still kept need not be its first. */
    @Test
    @Promise(2)
    default void aLaneKnowsWhatItIsFed() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, position(1), range("1", 1, 3), range("2", 5, 5));
        assertThat(node.lease())
                .extracting(LaneLease::lane, LaneLease::delivered, LaneLease::head, LaneLease::attempts)
                .containsExactlyInAnyOrder(tuple(Events.lane("1"), 0L, 3L, 0), tuple(Events.lane("2"), 4L, 5L, 0));
    }

    /** Whatever lanes, tenants and subscriptions are called. */
    @Test
    @Promise(2)
    default void lanesOfOtherTenantsAndSubscriptionsAreOthers() {
        Subscribed node = new Subscribed(fixture());
        for (String name : Awkward.identifiers()) {
            node.feed(new Subscription(TenantId.of(name), "crm"), name, 1, 2);
            node.feed(new Subscription(TenantId.of(name), "archive"), name, 1, 1);
        }
        assertThat(node.lease()).hasSize(Awkward.identifiers().size()).allMatch(lease -> lease.head() == 2);
        assertThat(node.lease("archive", Subscribed.HOUR, Subscribed.ALL))
                .hasSize(Awkward.identifiers().size())
                .allMatch(lease -> lease.head() == 1);
    }

    @Test
    @Promise(2)
    default void aLeasedLaneStaysSoAndKnowsOfMore() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 1);
        LaneLease held = node.leaseOne();
        node.feed(CRM, "1", 2, 4);
        assertThat(node.lease()).isEmpty();
        assertThat(node.step(held, new LaneStep.Delivered(1, Duration.ZERO))).isTrue();
        LaneLease next = node.leaseOne();
        assertThat(List.of(next.delivered(), next.head())).containsExactly(1L, 4L);
    }

    @Test
    @Promise(2)
    default void aLaneThatRestsOrStandsStillStaysSoAndKnowsOfMore() {
        Subscribed node = new Subscribed(fixture());
        node.stop("1");
        node.feed(CRM, "2", 1, 1);
        assertThat(node.step(node.leaseOne(), new LaneStep.Postponed(Subscribed.HOUR)))
                .isTrue();
        node.feed(CRM, position(9), range("1", 4, 5), range("2", 2, 2));
        assertThat(node.lease()).isEmpty();
        assertThat(node.deadLetters(CRM)).singleElement().matches(dead -> dead.sequence() == 1 && dead.head() == 5);
    }

    @Test
    @Promise(3)
    default void aReplayBeginsBeforeWhatIsKnown() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 9);
        assertThat(node.delivers(node.leaseOne(), 9)).isTrue();
        node.feed(CRM, "1", 4, 6);
        LaneLease again = node.leaseOne();
        assertThat(List.of(again.delivered(), again.head())).containsExactly(3L, 6L);
        assertThat(node.delivers(again, 6)).isTrue();
        node.feed(CRM, "1", 7, 9);
        LaneLease rest = node.leaseOne();
        assertThat(List.of(rest.delivered(), rest.head())).containsExactly(6L, 9L);
    }

    /** It would bring the lane to where it stood, and the replay would not happen. */
    @Test
    @Promise(3)
    default void aReplayTakesTheLaneFromWhoHasIt() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 9);
        LaneLease held = node.leaseOne();
        assertThat(node.delivers(held, 5)).isTrue();
        node.feed(CRM, "1", 3, 9);
        assertThat(node.delivers(held, 6)).isFalse();
        LaneLease again = node.leaseOne();
        assertThat(again.delivered()).isEqualTo(2);
        assertThat(again.fence()).isGreaterThan(held.fence());
    }

    @Test
    @Promise(3)
    default void aReplayDoesNotPassByWhatWasNeverDelivered() {
        Subscribed node = new Subscribed(fixture());
        node.stop("1");
        node.feed(CRM, "1", 2, 3);
        LaneLease again = node.leaseOne();
        assertThat(List.of(again.delivered(), again.head())).containsExactly(0L, 3L);
        assertThat(again.attempts()).isZero();
        assertThat(node.deadLetters(CRM)).isEmpty();
    }

    @Test
    @Promise(10)
    default void whatIsFedToAllIsTheLeastOfAll() {
        Subscribed node = new Subscribed(fixture());
        assertThat(fedToAll(node)).isEmpty();
        node.feed(CRM, position(7));
        assertThat(fedToAll(node)).contains(position(7));
        node.feed(ARCHIVE, position(11));
        assertThat(fedToAll(node)).contains(position(7));
        node.feed(CRM, position(13));
        assertThat(fedToAll(node)).contains(position(11));
    }

    /** It may come to it yet: what it has not got must not go. */
    @Test
    @Promise(10)
    default void aSubscriptionThatHasNotTakenTheTenantYetStandsAtItsStart() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, position(7));
        node.feed(new Subscription(Events.OTHER, "archive"), position(9));
        assertThat(fedToAll(node)).contains(LogPosition.START);
    }

    @Test
    @Promise(11)
    default void whatIsDeliveredToAllIsTheLeastOfAll() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, position(1), range("1", 1, 9), range("2", 1, 1));
        node.feed(ARCHIVE, position(1), range("1", 1, 9));
        node.feed(OTHERS_CRM, position(1), range("1", 1, 9));
        node.lease("archive", Subscribed.HOUR, 9).forEach(lease -> node.delivers(lease, 6));
        node.lease().stream()
                .filter(lease -> lease.subscription().equals(CRM))
                .forEach(lease -> node.delivers(lease, lease.head()));
        List<ObjectRef> asked = List.of(Events.lane("1"), Events.lane("2"), Events.lane("3"));
        Map<ObjectRef, Long> delivered = node.store.read((tx, rows) -> rows.deliveredToAll(tx, Events.ACME, asked));
        assertThat(delivered).containsOnly(Map.entry(asked.get(0), 6L), Map.entry(asked.get(1), 1L));
        assertThat(node.store.<Map<ObjectRef, Long>>read(
                        (tx, rows) -> rows.deliveredToAll(tx, Events.ACME, List.of(Events.lane("2")))))
                .hasSize(1);
    }

    private static Optional<LogPosition> found(Subscribed node) {
        return node.store.read((tx, rows) -> rows.find(tx, CRM));
    }

    private static Optional<LogPosition> fedToAll(Subscribed node) {
        return node.store.read((tx, rows) -> rows.fedToAll(tx, Events.ACME));
    }
}
