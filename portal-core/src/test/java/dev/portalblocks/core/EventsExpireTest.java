// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Old events go when every subscriber has had them. */
class EventsExpireTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor PROGRAM = Actor.system(ACME, "p");

    private static final Duration AHEAD = Duration.ofDays(400);

    private final OwnedClock clock = OwnedClock.atNoon();
    private final Memory memory = new Memory();
    private final Portal portal =
            Portal.builder(MemoryCoreStorage.in(memory)).clock(clock).build();
    private final Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
    private final Subscriptions subscriptions = portal.subscriptions();
    private final Receiver crm = new Receiver("crm");
    private final EventRelay relay = portal.relay(crm);

    private int changes;

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void oldEventsGoWhenAllHaveThemAndNoSooner() {
        EventRelay second = portal.relay(new Receiver("archive"));
        change("1");
        change("2");
        relay.run();
        second.run();
        assertThat(subscriptions.expire(PROGRAM)).as("too young").isZero();
        clock.move(Subscriptions.KEPT.plusSeconds(1));
        change("1");
        relay.run();
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(2);
        clock.move(Subscriptions.KEPT.plusSeconds(1));
        assertThat(subscriptions.expire(PROGRAM))
                .as("the archive has not had it")
                .isZero();
        second.run();
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(1);
    }

    /** Its relay has not come to the event yet, so that no lane of it knows that there is one. */
    @Test
    void theFirstEventOfALaneStaysUntilTheLastSubscriberHasIt() {
        EventRelay second = portal.relay(new Receiver("archive"));
        change("1");
        relay.run();
        second.run();
        change("2");
        second.run();
        clock.move(Subscriptions.KEPT.plusSeconds(1));
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(1);
        assertThat(subscriptions.expire(PROGRAM)).isZero();
        relay.run();
        assertThat(crm.places()).containsExactly("1/1", "2/1");
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(1);
    }

    @Test
    void aDeadLetterKeepsItsEventAndThoseBehindIt() {
        change("2");
        relay.run();
        crm.refusing.add("1");
        change("1");
        change("1");
        change("2");
        relay.run();
        clock.move(Subscriptions.KEPT.plusSeconds(1));
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(1);
        assertThat(subscriptions.expire(PROGRAM)).isZero();
        crm.refusing.clear();
        DeadLetter letter = subscriptions
                .deadLetters(PROGRAM, "crm", PageRequest.first(9))
                .items()
                .get(0);
        subscriptions.resume(PROGRAM, MendLane.of(letter));
        relay.run();
        assertThat(crm.places()).endsWith("1/1", "1/2");
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(3);
    }

    /** One that is behind what was removed; one that has gone along goes on. */
    @Test
    void aSlowReaderRebuildsAfterRetention() {
        Shelf slow = new Shelf();
        Shelf quick = new Shelf();
        change("1");
        portal.follower(slow).follow(ACME);
        portal.follower(quick).follow(ACME);
        change("1");
        portal.follower(quick).follow(ACME);
        relay.run();
        clock.move(Subscriptions.KEPT.plusSeconds(1));
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(2);
        change("1");
        portal.follower(slow).follow(ACME);
        portal.follower(quick).follow(ACME);
        assertThat(List.of(slow.rebuilt, quick.rebuilt)).containsExactly(2, 1);
    }

    /** It would look young for more than a year, and keep all behind it. */
    @Test
    void anEventOfAClockThatRanAheadGoesWithThoseAroundIt() {
        change("1");
        clock.move(AHEAD);
        change("1");
        clock.move(AHEAD.negated());
        change("1");
        relay.run();
        clock.move(Subscriptions.KEPT.minusSeconds(1));
        assertThat(subscriptions.expire(PROGRAM)).as("too young").isZero();
        clock.move(Duration.ofSeconds(2));
        change("1");
        relay.run();
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(3);
    }

    /** More than are removed at once. */
    @Test
    void manyEventsOfSuchAClockGoAsWell() {
        clock.move(AHEAD);
        IntStream.range(0, 501).forEach(i -> change("1"));
        clock.move(AHEAD.negated());
        change("1");
        relay.run();
        assertThat(subscriptions.expire(PROGRAM)).as("nothing is old").isZero();
        clock.move(Subscriptions.KEPT.plusSeconds(1));
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(500);
        assertThat(subscriptions.expire(PROGRAM)).isEqualTo(2);
    }

    private static final class Shelf implements LogReader {
        private Optional<LogPosition> position = Optional.empty();
        private int rebuilt;

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return position;
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            position = Optional.of(batch.upTo());
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            position = Optional.of(at);
            rebuilt++;
        }
    }

    /** Another name each time, as what changes nothing is no event. */
    private void change(String customer) {
        String name = "Name " + changes++;
        profiles.change(
                PROGRAM,
                ChangeProfile.of(
                        CustomerId.of(customer),
                        ProfilePatch.builder().familyName(name).build()));
    }
}
