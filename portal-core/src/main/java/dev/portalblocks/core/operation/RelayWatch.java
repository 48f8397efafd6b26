// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.LanePlace;
import dev.portalblocks.core.event.SubscriptionStore.Waiting;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Measures how far a subscriber is behind, wherever its relay runs, and changes nothing. Of lanes that wait it asks those
 * that may be leased first. Thread-safe.
 */
final class RelayWatch {
    private static final int STOPPED = 100;
    private static final int LANES = 50;

    private final TransactionDomain domain;
    private final EventStore events;
    private final SubscriptionStore subscriptions;
    private final InstantSource clock;
    private final String name;
    private final TenantLook<Backlog> look;
    private final ConcurrentHashMap<TenantId, Unplaced> unplaced = new ConcurrentHashMap<>();

    RelayWatch(CoreStorage storage, InstantSource clock, String name) {
        this.domain = storage.domain();
        this.events = storage.events();
        this.subscriptions = storage.subscriptions();
        this.clock = clock;
        this.name = name;
        this.look = new TenantLook<>(storage, clock);
    }

    /** Events without a place tell no time: they wait since they were first seen, by a subscriber that stood here. */
    private record Unplaced(LogPosition at, Instant seen) {}

    /** What of a tenant stands still, and since when something of it waits. */
    private record Backlog(int stopped, Optional<Instant> undivided) {}

    /** Asks for as many tenants as a second allows, see {@link TenantLook}. */
    RelayLag lag() {
        Instant now = clock.instant();
        TenantLook.Found<Backlog> found = look.each(tenant -> domain.read(tx -> backlog(tx, tenant, now)));
        Duration longest = Stream.concat(
                        found.each().stream().flatMap(tenant -> tenant.undivided().stream()),
                        domain.read(this::undelivered).stream())
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now))
                .filter(waits -> !waits.isNegative())
                .orElse(Duration.ZERO);
        int stopped = found.each().stream().mapToInt(Backlog::stopped).sum();
        return new RelayLag(found.each().size(), stopped, longest, found.ofAll());
    }

    private Backlog backlog(Tx tx, TenantId tenant, Instant now) {
        Subscription mine = new Subscription(tenant, name);
        int stopped = subscriptions.deadLetters(tx, mine, null, STOPPED).size();
        return new Backlog(stopped, undivided(tx, mine, now));
    }

    /** Returns since when something waits that no lane knows of yet. */
    private Optional<Instant> undivided(Tx tx, Subscription mine, Instant now) {
        TenantId tenant = mine.tenant();
        LogPosition at = subscriptions.find(tx, mine).orElse(LogPosition.START);
        EventSlice known = events.read(tx, tenant, at, 1);
        List<RecordedEvent> next = known.isIncomplete()
                ? events.read(tx, tenant, LogPosition.START, 1).events()
                : known.events();
        if (next.isEmpty() && !events.isSettled(tx, tenant)) {
            return Optional.of(
                    unplaced.merge(tenant, new Unplaced(at, now), (old, seen) -> old.at.equals(at) ? old : seen)
                            .seen());
        }
        unplaced.remove(tenant);
        return next.stream().map(RecordedEvent::time).findFirst();
    }

    /** Returns the times of the events that lanes wait for. */
    private List<Instant> undelivered(Tx tx) {
        return subscriptions.waiting(tx, name, LANES).stream()
                .flatMap(lane -> next(tx, lane).stream())
                .map(RecordedEvent::time)
                .toList();
    }

    private List<RecordedEvent> next(Tx tx, Waiting lane) {
        LanePlace place = lane.next();
        return events.readLane(tx, lane.tenant(), place.lane(), place.sequence() - 1, 1);
    }
}
