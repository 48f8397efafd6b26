// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.OperationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Removes from a tenant's log what is old and what all subscribers have had. */
final class Retention {
    private final EventStore events;
    private final SubscriptionStore store;
    private final Duration kept;
    private final int batch;

    Retention(CoreStorage storage, Duration kept, int batch) {
        this.events = storage.events();
        this.store = storage.subscriptions();
        this.kept = kept;
        this.batch = batch;
    }

    /** Returns how many went, a batch at most. */
    int apply(OperationContext context) {
        TenantId tenant = context.scope().tenant();
        int count = removable(context, tenant);
        if (count > 0) {
            LogPosition last = read(context, tenant, LogPosition.START, count).upTo();
            events.removeUpTo(context.tx(), tenant, last);
        }
        return count;
    }

    private int removable(OperationContext context, TenantId tenant) {
        List<RecordedEvent> old = old(context, tenant);
        Optional<LogPosition> fed = store.fedToAll(context.tx(), tenant);
        if (old.isEmpty() || fed.isEmpty()) {
            return old.size();
        }
        List<RecordedEvent> divided = old.subList(0, upTo(context, tenant, fed.get(), old.size()));
        Map<ObjectRef, Long> delivered = store.deliveredToAll(
                context.tx(), tenant, divided.stream().map(RecordedEvent::lane).collect(Collectors.toSet()));
        return (int) divided.stream()
                .takeWhile(event -> event.sequence() <= delivered.getOrDefault(event.lane(), Long.MAX_VALUE))
                .count();
    }

    /** Whatever its own time says: an event is as old as those behind it, and a clock that ran ahead stops nothing. */
    private List<RecordedEvent> old(OperationContext context, TenantId tenant) {
        Instant before = context.now().minus(kept);
        EventSlice slice = read(context, tenant, LogPosition.START, batch);
        List<RecordedEvent> first = slice.events();
        int count = first.size();
        while (count > 0 && !first.get(count - 1).time().isBefore(before)) {
            count--;
        }
        return count == 0 && isBeforeAnOldOne(context, tenant, slice) ? first : first.subList(0, count);
    }

    /** Reads on only while all that it finds is of the future: no more than such a clock has left behind at once. */
    private boolean isBeforeAnOldOne(OperationContext context, TenantId tenant, EventSlice first) {
        Instant before = context.now().minus(kept);
        EventSlice slice = first;
        while (!slice.events().isEmpty()
                && slice.events().stream().allMatch(event -> event.time().isAfter(context.now()))) {
            slice = read(context, tenant, slice.upTo(), batch);
            if (slice.events().stream().anyMatch(event -> event.time().isBefore(before))) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many of the first events stand no further than this: a store tells the position behind a slice alone. */
    private int upTo(OperationContext context, TenantId tenant, LogPosition fed, int most) {
        int reached = 0;
        int limit = most;
        while (reached < limit) {
            int middle = reached + (limit - reached + 1) / 2;
            if (read(context, tenant, LogPosition.START, middle).upTo().compareTo(fed) <= 0) {
                reached = middle;
            } else {
                limit = middle - 1;
            }
        }
        return reached;
    }

    private EventSlice read(OperationContext context, TenantId tenant, LogPosition after, int limit) {
        return events.read(context.tx(), tenant, after, limit);
    }
}
