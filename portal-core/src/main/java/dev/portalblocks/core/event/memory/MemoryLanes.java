// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.memory;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.Refusal;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lanes of subscriptions, and beside them those that have work, by when they may be leased. */
final class MemoryLanes {
    static final Comparator<Subscription> BY_SUBSCRIPTION =
            Comparator.comparing((Subscription one) -> one.tenant().value()).thenComparing(Subscription::name);

    private static final Comparator<Key> BY_KEY =
            Comparator.comparing(Key::subscription, BY_SUBSCRIPTION).thenComparing(Key::lane);

    private final MemoryTable<Key, Lane> lanes;
    private final MemoryTable<Due, Boolean> due;

    MemoryLanes(Memory memory) {
        lanes = memory.table("core.subscription.lane", BY_KEY);
        due = memory.table(
                "core.subscription.due",
                Comparator.comparing((Due one) -> one.key().subscription().name())
                        .thenComparing(Due::at)
                        .thenComparing(Due::key, BY_KEY));
    }

    /** A lane of a subscription, by its text; the empty one stands before all. */
    record Key(Subscription subscription, String lane) {
        static Key of(Subscription subscription, ObjectRef lane) {
            return new Key(subscription, lane.toString());
        }

        ObjectRef ref() {
            return ObjectRef.parse(lane);
        }
    }

    /** From when on a lane may be leased. */
    record Due(Instant at, Key key) {}

    /** When a lane stopped, and why. */
    record Stop(Instant at, Refusal refusal) {}

    /** Where a lane stands; {@code due} is when it may be leased, null where it has no work or stands still. */
    record Lane(
            long delivered,
            long head,
            long fence,
            int attempts,
            @Nullable Instant due,
            @Nullable Stop stopped) {

        /** A new one goes on behind the last fence of one that ended. */
        static Lane fed(Optional<Lane> before, long lastFence, SubscriptionStore.Range range, Instant now) {
            if (before.isEmpty()) {
                return new Lane(range.first() - 1, range.last(), lastFence, 0, now, null);
            }
            Lane lane = before.get();
            if (range.first() <= lane.head) {
                long start = Math.min(lane.delivered, range.first() - 1);
                return new Lane(start, range.last(), lane.fence + 1, 0, now, null);
            }
            boolean idle = lane.due == null && lane.stopped == null;
            return new Lane(
                    lane.delivered, range.last(), lane.fence, lane.attempts, idle ? now : lane.due, lane.stopped);
        }

        Lane due(@Nullable Instant at) {
            return new Lane(delivered, head, fence, attempts, at, stopped);
        }

        Lane fenced() {
            return new Lane(delivered, head, fence + 1, attempts, due, stopped);
        }

        Lane after(LaneStep step, Instant now) {
            if (step instanceof LaneStep.Delivered done) {
                @Nullable Instant until = done.sequence() < head ? now.plus(done.lease()) : null;
                return new Lane(done.sequence(), head, fence, 0, until, null);
            }
            if (step instanceof LaneStep.Renewed renewed) {
                return due(now.plus(renewed.lease()));
            }
            if (step instanceof LaneStep.Postponed postponed) {
                return new Lane(delivered, head, fence, attempts + 1, now.plus(postponed.delay()), null);
            }
            if (step instanceof LaneStep.Stopped stop) {
                return new Lane(delivered, head, fence, attempts + 1, null, new Stop(now, stop.refusal()));
            }
            return due(now);
        }

        /** A lease from before it stopped is over, and does not count after it either. */
        Lane mended(boolean isSkipped, Instant now) {
            long start = isSkipped ? delivered + 1 : delivered;
            return new Lane(start, head, fence + 1, 0, start < head ? now : null, null);
        }

        Optional<DeadLetter> deadLetter(Key key) {
            return stopped == null
                    ? Optional.empty()
                    : Optional.of(new DeadLetter(
                            key.subscription().name(),
                            key.ref(),
                            delivered + 1,
                            head,
                            attempts,
                            stopped.at(),
                            stopped.refusal().event(),
                            stopped.refusal().type(),
                            stopped.refusal().failure()));
        }
    }

    Optional<Lane> find(Tx tx, Key key) {
        return lanes.find(tx, key);
    }

    Lane get(Tx tx, Key key) {
        return lanes.find(tx, key).orElseThrow();
    }

    void put(Tx tx, Key key, Lane lane) {
        forget(tx, key);
        lanes.put(tx, key, lane);
        if (lane.due() != null) {
            due.put(tx, new Due(lane.due(), key), true);
        }
    }

    void delete(Tx tx, Key key) {
        forget(tx, key);
        lanes.delete(tx, key);
    }

    /** Returns the lanes that may be leased now, those first that have waited longest. */
    List<Key> due(Tx tx, SubscriptionStore.Request request) {
        return withWork(tx, request.subscription())
                .takeWhile(one -> !one.at().isAfter(request.now()))
                .map(Due::key)
                .limit(request.limit())
                .toList();
    }

    /** Returns the lanes of a subscription that have work, those first that may be leased first. */
    Stream<Due> withWork(Tx tx, String name) {
        Subscription anyone = new Subscription(TenantId.of("any"), name);
        return due.from(tx, new Due(Instant.MIN, new Key(anyone, "")))
                .map(Map.Entry::getKey)
                .takeWhile(one -> one.key().subscription().name().equals(name));
    }

    /** Returns the lanes of a subscription behind one; behind an empty text are all. */
    Stream<Map.Entry<Key, Lane>> behind(Tx tx, Subscription subscription, String after) {
        return lanes.after(tx, new Key(subscription, after))
                .takeWhile(row -> row.getKey().subscription().equals(subscription));
    }

    private void forget(Tx tx, Key key) {
        lanes.find(tx, key).map(Lane::due).ifPresent(at -> due.delete(tx, new Due(at, key)));
    }
}
