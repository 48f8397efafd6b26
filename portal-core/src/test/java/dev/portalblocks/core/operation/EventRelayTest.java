// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.ACME;
import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events reach a subscriber once for the installation; each relay here is a node of its own. */
class EventRelayTest {
    private final Workshop workshop = new Workshop();
    private final Crm crm = new Crm();
    private final EventRelay relay = node(crm);

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void everyEventIsDeliveredOnceInTheOrderOfItsLane() {
        write("1", 120);
        write("2", 3);
        workshop.write(Actor.agent(TenantId.of("other"), "e", "editor"), "text", "1");
        assertThat(relay.run()).isEqualTo(new RelayRun(124, 0, 0, 0));
        write("2", 2);
        assertThat(relay.run()).isEqualTo(new RelayRun(2, 0, 0, 0));
        assertThat(relay.run()).isEqualTo(RelayRun.NOTHING);
        assertThat(crm.numbers("2")).isEqualTo(upTo(5));
        assertThat(crm.taken).hasSize(126);
        assertThat(crm.taken).extracting(Delivery::attempt).containsOnly(1);
        List<UUID> written =
                workshop.events().stream().<UUID>map(PortalEvent::id).toList();
        assertThat(crm.taken.stream()
                        .map(Delivery::event)
                        .filter(event -> event.tenant().equals(ACME))
                        .<UUID>map(PortalEvent::id))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void theSubscriberGetsTheRecordOfTheEvent() {
        workshop.write(EDITOR, "hello", "1");
        relay.run();
        assertThat(crm.taken.get(0).event().data()).isEqualTo(new Workshop.Written("hello"));
    }

    @Test
    void whatIsRefusedComesAgainLaterAndLaterAndHoldsItsOwnLaneOnly() {
        crm.refusing.add(ObjectRef.of("lane", "1"));
        write("1", 2);
        write("2", 2);
        assertThat(relay.run()).isEqualTo(new RelayRun(2, 1, 0, 0));
        assertThat(crm.lanes()).containsExactly("2");
        assertThat(relay.run()).as("it rests").isEqualTo(RelayRun.NOTHING);
        workshop.clock.move(Duration.ofSeconds(4));
        assertThat(relay.run()).as("for half of ten seconds at least").isEqualTo(RelayRun.NOTHING);
        workshop.clock.move(Duration.ofSeconds(6));
        assertThat(relay.run()).isEqualTo(new RelayRun(0, 1, 0, 0));
        workshop.clock.move(Duration.ofSeconds(9));
        assertThat(relay.run()).as("and then for half of twenty").isEqualTo(RelayRun.NOTHING);
        crm.refusing.clear();
        workshop.clock.move(Duration.ofSeconds(11));
        assertThat(relay.run()).isEqualTo(new RelayRun(2, 0, 0, 0));
        assertThat(crm.numbers("1")).containsExactly(1L, 2L);
        assertThat(crm.taken.get(2).attempt()).isEqualTo(3);
        assertThat(crm.taken.get(3).attempt()).isEqualTo(1);
    }

    @Test
    void afterItsAttemptsItIsADeadLetterWhichStopsItsOwnLaneOnly() {
        crm.refusing.add(ObjectRef.of("lane", "1"));
        write("1", 2);
        assertThat(runs(3)).isEqualTo(new RelayRun(0, 3, 1, 0));
        crm.refusing.clear();
        write("2", 1);
        write("1", 1);
        assertThat(runs(3)).isEqualTo(new RelayRun(1, 0, 0, 0));
        assertThat(crm.lanes()).containsExactly("2");
        DeadLetter dead = workshop.memory
                .read(tx -> workshop.storage.subscriptions().deadLetters(tx, new Subscription(ACME, "crm"), null, 10))
                .get(0);
        assertThat(dead.lane()).isEqualTo(ObjectRef.of("lane", "1"));
        assertThat(List.of(dead.sequence(), dead.head(), (long) dead.attempts()))
                .containsExactly(1L, 3L, 3L);
        assertThat(dead.failure()).isEqualTo("java.io.IOException");
        PortalEvent<?> first = workshop.events().get(0);
        assertThat(List.of(dead.event(), dead.type())).containsExactly(first.id(), first.type());
    }

    /** One that some databases don't keep would be another one there, or none. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "crm\u0000", "crm\uD83D"})
    void aNameThatNoDatabaseKeepsIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> node(new Named(name)));
        assertThatIllegalArgumentException().isThrownBy(() -> node(new Named("n".repeat(101))));
    }

    private record Named(String name) implements EventSubscriber {
        @Override
        public void receive(Delivery delivery) {
            throw new IllegalStateException("Nobody delivers to " + name);
        }
    }

    /** While it delivers, its lease ends and another node has the lane. */
    @Test
    void aNodeThatWasTakenForDeadIsFencedAndDeliversNothingMore() {
        Crm other = new Crm();
        EventRelay second = node(other);
        write("1", 5);
        crm.meanwhile = delivery -> {
            if (delivery.event().sequence() == 2) {
                workshop.clock.move(Duration.ofSeconds(31));
                assertThat(second.run()).isEqualTo(new RelayRun(4, 0, 0, 0));
            }
        };
        assertThat(relay.run()).isEqualTo(new RelayRun(1, 0, 0, 1));
        assertThat(crm.numbers("1")).containsExactly(1L, 2L);
        assertThat(other.numbers("1")).containsExactly(2L, 3L, 4L, 5L);
        assertThat(other.taken.get(0).fence()).isGreaterThan(crm.taken.get(1).fence());
        assertThat(other.taken.get(0).event().id())
                .isEqualTo(crm.taken.get(1).event().id());
    }

    /** Nobody has to wait for the end of a lease that its owner uses. */
    @Test
    void aLeaseLastsAsLongAsThereAreSignsOfLife() {
        Crm other = new Crm();
        EventRelay second = node(other);
        write("1", 5);
        write("2", 5);
        crm.meanwhile = delivery -> {
            workshop.clock.move(Duration.ofSeconds(14));
            second.run();
        };
        relay.run();
        assertThat(crm.numbers("1")).isEqualTo(upTo(5));
        assertThat(other.numbers("1")).isEmpty();
        assertThat(crm.numbers("2"))
                .as("leased together, it was left and taken over")
                .isEmpty();
        assertThat(other.numbers("2")).isEqualTo(upTo(5));
    }

    /** In a lane that is being delivered, and in one that is leased and waits for its turn. */
    @Test
    void whatIsCommittedMeanwhileIsDeliveredByTheNextRun() {
        write("1", 2);
        write("2", 2);
        crm.meanwhile = delivery -> {
            if (crm.taken.isEmpty()) {
                write("1", 1);
                write("2", 1);
            }
        };
        assertThat(relay.run()).isEqualTo(new RelayRun(4, 0, 0, 0));
        assertThat(relay.run()).isEqualTo(new RelayRun(2, 0, 0, 0));
        assertThat(crm.numbers("1")).isEqualTo(upTo(3));
        assertThat(crm.numbers("2")).isEqualTo(upTo(3));
    }

    @Test
    void eightNodesDeliverEachEventOnceAndInOrder() throws Exception {
        Threads.race(8, number -> {
            EventRelay own = node(crm);
            for (int i = 0; i < 25; i++) {
                write(String.valueOf((i + number) % 5), 1);
                own.run();
            }
            return true;
        });
        relay.run();
        assertThat(crm.taken).hasSize(200);
        IntStream.range(0, 5)
                .forEach(lane -> assertThat(crm.numbers("" + lane))
                        .isEqualTo(upTo(crm.numbers("" + lane).size())));
    }

    @Test
    void nothingLeavesTheHouseFromWithinTheApplicationsTransaction() {
        write("1", 1);
        assertThatThrownBy(() -> workshop.memory.write(tx -> workshop.memory.joining(tx, relay::run)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(crm.taken).isEmpty();
    }

    /** A mistake in its code is not the end of the node. */
    @Test
    void anErrorOfTheSubscriberIsARefusalLikeAnother() {
        crm.meanwhile = delivery -> {
            if (delivery.event().lane().id().equals("1")) {
                throw new AssertionError("the customer's name");
            }
            if (delivery.event().lane().id().equals("2")) {
                throw new StackOverflowError();
            }
        };
        write("1", 1);
        write("2", 1);
        write("3", 1);
        assertThat(relay.run()).isEqualTo(new RelayRun(1, 2, 0, 0));
        workshop.clock.move(Duration.ofSeconds(60));
        assertThat(runs(2)).isEqualTo(new RelayRun(0, 4, 2, 0));
        List<DeadLetter> dead = workshop.memory.read(
                tx -> workshop.storage.subscriptions().deadLetters(tx, new Subscription(ACME, "crm"), null, 10));
        assertThat(dead)
                .extracting(DeadLetter::failure)
                .containsExactly("java.lang.AssertionError", "java.lang.StackOverflowError");
    }

    /** Nobody waits for leases of a run that has ended. */
    @Test
    void lanesThatWereNotBegunAreFreeAtOnceWhenTheRunFails() {
        OutOfMemoryError error = new OutOfMemoryError("none left");
        crm.meanwhile = delivery -> {
            throw error;
        };
        write("1", 1);
        write("2", 1);
        write("3", 1);
        assertThatThrownBy(relay::run).isSameAs(error);
        crm.meanwhile = delivery -> {};
        assertThat(relay.run().delivered()).as("at the same time").isEqualTo(2);
        workshop.clock.move(Duration.ofSeconds(30));
        assertThat(relay.run().delivered()).as("when its lease is over").isEqualTo(1);
        assertThat(crm.taken.get(2).attempt()).isEqualTo(1);
    }

    /** What no subscriber has got can only be removed by hand. */
    @Test
    void whatIsNotKeptAnyMoreIsPassedOver() {
        crm.refusing.add(ObjectRef.of("lane", "1"));
        write("1", 3);
        relay.run();
        workshop.memory.write(tx -> {
            LogPosition end = workshop.storage.events().end(tx, ACME);
            workshop.storage.events().removeUpTo(tx, ACME, end);
            return true;
        });
        crm.refusing.clear();
        workshop.clock.move(Duration.ofSeconds(10));
        assertThat(relay.run()).isEqualTo(RelayRun.NOTHING);
        write("1", 1);
        assertThat(relay.run()).isEqualTo(new RelayRun(1, 0, 0, 0));
        assertThat(crm.numbers("1")).containsExactly(4L);
    }

    private EventRelay node(EventSubscriber subscriber) {
        return new EventRelay(
                workshop.storage,
                workshop.types,
                new Surroundings(workshop.clock, new Random(7), RolePolicy.standard(), workshop.storage.mandates()),
                subscriber);
    }

    private RelayRun runs(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> {
                    RelayRun run = relay.run();
                    workshop.clock.move(Duration.ofSeconds(60));
                    return run;
                })
                .reduce(RelayRun.NOTHING, RelayRun::plus);
    }

    private void write(String lane, int count) {
        IntStream.range(0, count).forEach(number -> workshop.write(EDITOR, "note", lane));
    }

    private static List<Long> upTo(long count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
