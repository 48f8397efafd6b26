// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Refusal;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.LanePlace;
import dev.portalblocks.core.event.SubscriptionStore.Range;
import dev.portalblocks.core.event.SubscriptionStore.Request;
import dev.portalblocks.core.event.SubscriptionStore.Waiting;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A store of subscriptions and a node that uses it, each call in a transaction of its own. */
final class Subscribed {
    static final Subscription CRM = new Subscription(Events.ACME, "crm");
    static final Subscription OTHERS_CRM = new Subscription(Events.OTHER, "crm");
    static final Subscription ARCHIVE = new Subscription(Events.ACME, "archive");
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration MOMENT = Duration.ofMillis(1);
    static final int ALL = 1_000;

    private static final int PATIENCE = 50_000;

    final StoreFixture<SubscriptionStore> store;

    /** The node's time, which moves when it waits. */
    private Instant now = Events.NOON;

    Subscribed(StoreFixture<SubscriptionStore> store) {
        this.store = store;
    }

    static LogPosition position(long place) {
        return new LogPosition(place, place + 1, new UUID(place, 7));
    }

    static Range range(String lane, long first, long last) {
        return new Range(Events.lane(lane), first, last);
    }

    LogPosition position(Subscription subscription) {
        return store.write((tx, rows) -> rows.take(tx, subscription)).orElseThrow();
    }

    /** Feeds a lane; where the position stands does not matter. */
    void feed(Subscription subscription, String lane, long first, long last) {
        feed(subscription, position(last), range(lane, first, last));
    }

    void feed(Subscription subscription, LogPosition upTo, Range... ranges) {
        store.change((tx, rows) -> {
            assertThat(rows.take(tx, subscription)).as("position").isPresent();
            rows.feed(tx, subscription, List.of(ranges), upTo, now);
        });
    }

    List<LaneLease> lease(String name, Duration duration, int limit) {
        return store.write((tx, rows) -> rows.lease(tx, new Request(name, now, duration, limit)));
    }

    /** Leases all lanes of the CRM that are free, for an hour. */
    List<LaneLease> lease() {
        return lease(CRM.name(), HOUR, ALL);
    }

    LaneLease leaseOne() {
        List<LaneLease> leased = lease();
        assertThat(leased).as("lanes that are free").hasSize(1);
        return leased.get(0);
    }

    /** Asks until a lane is free, while time passes. */
    LaneLease awaitOne() {
        for (int i = 0; i < PATIENCE; i++) {
            now = now.plus(MOMENT);
            List<LaneLease> leased = lease();
            if (!leased.isEmpty()) {
                assertThat(leased).hasSize(1);
                return leased.get(0);
            }
        }
        throw new AssertionError("No lane was free in the end");
    }

    boolean step(LaneLease lease, LaneStep step) {
        return store.write((tx, rows) -> rows.step(tx, lease, step, now));
    }

    boolean delivers(LaneLease lease, long sequence) {
        return step(lease, new LaneStep.Delivered(sequence, HOUR));
    }

    /** A refusal of an event that nobody looks at again. */
    static LaneStep stopped(String failure) {
        return new LaneStep.Stopped(new Refusal(new UUID(0, 1), "portalblocks.tck.noted.v1", failure));
    }

    void stop(String lane) {
        feed(CRM, lane, 1, 3);
        assertThat(step(leaseOne(), stopped("Refused"))).isTrue();
    }

    boolean mend(Subscription subscription, String lane, long sequence, boolean isSkipped) {
        LanePlace place = new LanePlace(Events.lane(lane), sequence);
        return store.write((tx, rows) -> rows.mend(tx, subscription, place, isSkipped, now));
    }

    List<Waiting> waiting(String name, int limit) {
        return store.read((tx, rows) -> rows.waiting(tx, name, limit));
    }

    List<ObjectRef> stopped(Subscription subscription) {
        return deadLetters(subscription).stream().map(DeadLetter::lane).toList();
    }

    List<DeadLetter> deadLetters(Subscription subscription) {
        return store.read((tx, rows) -> rows.deadLetters(tx, subscription, null, ALL));
    }

    List<DeadLetter> deadLettersBehind(String lane, int limit) {
        return store.read((tx, rows) -> rows.deadLetters(tx, CRM, Keyset.ofId(Events.lane(lane)), limit));
    }
}
