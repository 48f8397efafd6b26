// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.ACME;
import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay whose thread is told to stop leaves at once what it does not have to end, and refuses nothing by that. */
class InterruptedRelayTest {
    private static final int LANES = 20;

    private final Workshop workshop = new Workshop();
    private final Crm crm = new Crm();
    private final EventRelay relay = node(crm);
    private final Crm other = new Crm();
    private final EventRelay second = node(other);

    @AfterEach
    void close() {
        Thread.interrupted();
        workshop.close();
    }

    @Test
    void theEventThatIsBeingDeliveredCountsAndIsTheLast() {
        write("1", 3);
        crm.meanwhile = delivery -> Thread.currentThread().interrupt();
        assertThat(relay.run()).isEqualTo(new RelayRun(1, 0, 0, 0));
        assertThat(crm.numbers("1")).containsExactly(1L);
    }

    @Test
    void theMarkStaysForTheHostsScheduler() {
        write("1", 1);
        crm.meanwhile = delivery -> Thread.currentThread().interrupt();
        relay.run();
        assertThat(Thread.interrupted()).as("of what the host did").isTrue();
        write("1", 1);
        crm.meanwhile = InterruptedRelayTest::giveUp;
        relay.run();
        assertThat(Thread.interrupted()).as("of what the subscriber threw").isTrue();
    }

    @Test
    void noMoreLanesAreLeased() {
        for (int lane = 0; lane < LANES; lane++) {
            write("" + lane, 1);
        }
        crm.meanwhile = delivery -> Thread.currentThread().interrupt();
        relay.run();
        Thread.interrupted();
        assertThat(crm.taken).isNotEmpty().hasSizeLessThan(LANES);
        workshop.clock.move(Crm.TERMS.lease());
        second.run();
        assertThat(crm.taken.size() + other.taken.size()).isEqualTo(LANES);
    }

    /** Nobody waits for leases of a node that is being stopped. */
    @Test
    void whatIsLeftIsAnotherNodesAtOnce() {
        for (int lane = 0; lane < LANES; lane++) {
            write("" + lane, 2);
        }
        crm.meanwhile = delivery -> Thread.currentThread().interrupt();
        relay.run();
        relay.run();
        Thread.interrupted();
        long left = 2L * LANES - crm.taken.size();
        assertThat(second.run()).as("at the same time").isEqualTo(new RelayRun(left, 0, 0, 0));
    }

    /** Whoever waits for something would refuse each of them at once, and that would be one of its attempts. */
    @Test
    void lanesThatWereLeasedAndNotBegunAreLeftToOthers() {
        for (int lane = 0; lane < 8; lane++) {
            write("" + lane, 1);
        }
        crm.meanwhile = InterruptedRelayTest::giveUp;
        assertThat(relay.run()).isEqualTo(new RelayRun(0, 1, 0, 0));
        Thread.interrupted();
        assertThat(second.run()).as("at the same time").isEqualTo(new RelayRun(7, 0, 0, 0));
        assertThat(other.taken).extracting(Delivery::attempt).containsOnly(1);
    }

    @Test
    void aRunThatIsToldSoBeforeItBeginsDeliversNothing() {
        write("1", 1);
        Thread.currentThread().interrupt();
        assertThat(relay.run()).isEqualTo(RelayRun.NOTHING);
        assertThat(crm.taken).isEmpty();
    }

    /** However often a host stops its nodes in the middle of it. */
    @Test
    void anInterruptedDeliveryIsNoDeadLetter() {
        write("1", 2);
        crm.meanwhile = InterruptedRelayTest::giveUp;
        for (int i = 0; i < Crm.TERMS.attempts() + 2; i++) {
            assertThat(relay.run()).isEqualTo(new RelayRun(0, 1, 0, 0));
            Thread.interrupted();
            workshop.clock.move(Duration.ofSeconds(60));
        }
        List<DeadLetter> dead = workshop.memory.read(
                tx -> workshop.storage.subscriptions().deadLetters(tx, new Subscription(ACME, "crm"), null, 10));
        assertThat(dead).isEmpty();
        crm.meanwhile = delivery -> {};
        assertThat(relay.run()).isEqualTo(new RelayRun(2, 0, 0, 0));
    }

    private static void giveUp(Delivery delivery) throws InterruptedException {
        throw new InterruptedException("in " + delivery.event().lane());
    }

    private EventRelay node(Crm subscriber) {
        return new EventRelay(
                workshop.storage,
                workshop.types,
                new Surroundings(workshop.clock, new Random(7), RolePolicy.standard(), workshop.storage.mandates()),
                subscriber);
    }

    private void write(String lane, int count) {
        for (int i = 0; i < count; i++) {
            workshop.write(EDITOR, "note", lane);
        }
    }
}
