// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.ACME;
import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.model.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of how far a subscriber is behind. */
class RelayLagTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Workshop workshop = new Workshop();
    private final Crm crm = new Crm();
    private final EventRelay relay = new EventRelay(
            workshop.storage,
            workshop.types,
            new Surroundings(workshop.clock, new Random(7), RolePolicy.standard(), workshop.storage.mandates()),
            crm);

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void ofLanesThatStandStillAHundredAreCounted() {
        crm.meanwhile = delivery -> {
            throw new IllegalStateException("refused");
        };
        for (int lane = 0; lane < 99; lane++) {
            write("" + lane);
        }
        giveUp();
        assertThat(relay.lag().stopped()).isEqualTo(99);
        write("99");
        write("100");
        giveUp();
        assertThat(relay.lag()).isEqualTo(new RelayLag(1, 100, Duration.ZERO, true));
    }

    /** It rests longer than one that was refused for the first time, and comes behind it. */
    @Test
    void theOldestEventCountsWhicheverLaneGoesOnFirst() {
        crm.refusing.add(ObjectRef.of("lane", "1"));
        crm.refusing.add(ObjectRef.of("lane", "2"));
        write("1");
        relay.run();
        workshop.clock.move(Duration.ofSeconds(10));
        write("2");
        assertThat(relay.run().refused()).isEqualTo(2);
        workshop.clock.move(Duration.ofSeconds(2));
        assertThat(relay.lag().longest().toSeconds()).isEqualTo(12);
    }

    /** Before it is divided, and while its lane rests. */
    @Test
    void anEventOfAClockThatRanAheadWaitsForNoTimeAtAll() {
        crm.refusing.add(ObjectRef.of("lane", "1"));
        workshop.clock.move(HOUR);
        write("1");
        workshop.clock.move(HOUR.negated());
        assertThat(relay.lag().longest()).isZero();
        relay.run();
        assertThat(relay.lag().longest()).isZero();
    }

    /** As after a backup was played back: the relay begins anew there, whatever the lanes have had. */
    @Test
    void ofALogThatKnowsNoSuchPositionTheOldestEventWaits() {
        write("1");
        relay.run();
        workshop.clock.move(MINUTE);
        stand(new LogPosition(4_711, 1, new UUID(0, 4_711)));
        assertThat(relay.lag().longest().toSeconds()).isEqualTo(60);
        relay.run();
        assertThat(relay.lag().longest()).isZero();
    }

    private void stand(LogPosition position) {
        workshop.memory.write(tx -> {
            workshop.storage
                    .subscriptions()
                    .feed(tx, new Subscription(ACME, "crm"), List.of(), position, workshop.clock.instant());
            return true;
        });
    }

    private void giveUp() {
        for (int i = 0; i < Crm.TERMS.attempts(); i++) {
            relay.run();
            workshop.clock.move(MINUTE);
        }
    }

    private void write(String lane) {
        workshop.write(EDITOR, "note", lane);
    }
}
