// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.Range;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Divides what is new in a tenant's log among the lanes of a subscription. A position that is none of the log's, as after a
 * backup was played back, begins again with the first event that is kept.
 */
final class LaneFeed {
    private static final int BATCH = 500;

    private final TransactionDomain domain;
    private final EventStore events;
    private final SubscriptionStore subscriptions;
    private final Surroundings surroundings;
    private final LogSettler settler;
    private final String name;

    LaneFeed(CoreStorage storage, Surroundings surroundings, String name) {
        this.domain = storage.domain();
        this.events = storage.events();
        this.subscriptions = storage.subscriptions();
        this.surroundings = surroundings;
        this.settler = new LogSettler(storage);
        this.name = name;
    }

    void feed(TenantId tenant) {
        Subscription subscription = new Subscription(tenant, name);
        if (domain.<Boolean>read(tx -> isFed(tx, subscription))) {
            return;
        }
        settler.settle(tenant);
        boolean isBehind = true;
        while (isBehind) {
            isBehind = domain.write(tx -> feedSome(tx, subscription)) == BATCH;
        }
    }

    /** Returns whether nothing has happened since, as in most seconds: then nothing is locked and nothing written. */
    private boolean isFed(Tx tx, Subscription subscription) {
        TenantId tenant = subscription.tenant();
        return events.isSettled(tx, tenant)
                && subscriptions
                        .find(tx, subscription)
                        .filter(position -> position.equals(events.end(tx, tenant)))
                        .isPresent();
    }

    /** Returns how many events were divided; none where somebody else is at it, who does the same. */
    private int feedSome(Tx tx, Subscription subscription) {
        Optional<LogPosition> position = subscriptions.take(tx, subscription);
        if (position.isEmpty()) {
            return 0;
        }
        EventSlice slice = events.read(tx, subscription.tenant(), position.get(), BATCH);
        if (slice.isIncomplete()) {
            slice = events.read(tx, subscription.tenant(), LogPosition.START, BATCH);
        }
        if (!slice.upTo().equals(position.get())) {
            subscriptions.feed(
                    tx,
                    subscription,
                    ranges(slice.events()),
                    slice.upTo(),
                    surroundings.clock().instant());
        }
        return slice.events().size();
    }

    /** In the order of the lanes, as all lock them who lock several. */
    private static List<Range> ranges(List<RecordedEvent> slice) {
        Map<String, Range> ranges = new TreeMap<>();
        for (RecordedEvent event : slice) {
            ObjectRef lane = event.lane();
            ranges.merge(
                    lane.toString(),
                    new Range(lane, event.sequence(), event.sequence()),
                    (before, next) -> new Range(lane, before.first(), next.last()));
        }
        return new ArrayList<>(ranges.values());
    }
}
