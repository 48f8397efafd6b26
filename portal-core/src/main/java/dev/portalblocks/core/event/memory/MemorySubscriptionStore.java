// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.memory;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Standing;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far subscribers have come, in memory. Whoever changes something of a subscription has it alone until it is done. */
public final class MemorySubscriptionStore implements SubscriptionStore {
    private final MemoryTable<String, Boolean> names;
    private final MemoryTable<Subscription, LogPosition> positions;
    /** Those that ended for a tenant, and not yet for all. */
    private final MemoryTable<Subscription, Boolean> ended;

    private final MemoryLanes lanes;

    /** Keeps it in this memory. */
    public MemorySubscriptionStore(Memory memory) {
        names = memory.table("core.subscription", Comparator.<String>naturalOrder());
        positions = memory.table("core.subscription.position", MemoryLanes.BY_SUBSCRIPTION);
        ended = memory.table("core.subscription.ended", MemoryLanes.BY_SUBSCRIPTION);
        lanes = new MemoryLanes(memory);
    }

    @Override
    public Optional<LogPosition> find(Tx tx, Subscription subscription) {
        return positions.find(tx, subscription);
    }

    @Override
    public Optional<LogPosition> take(Tx tx, Subscription subscription) {
        names.put(tx, subscription.name(), true);
        Optional<LogPosition> known = positions.findForUpdate(tx, subscription);
        if (known.isEmpty()) {
            positions.put(tx, subscription, LogPosition.START);
            ended.delete(tx, subscription);
        }
        return Optional.of(known.orElse(LogPosition.START));
    }

    @Override
    public void feed(Tx tx, Subscription subscription, List<Range> ranges, LogPosition upTo, Instant now) {
        names.findForUpdate(tx, subscription.name());
        positions.put(tx, subscription, upTo);
        ranges.forEach(range -> {
            MemoryLanes.Key key = MemoryLanes.Key.of(subscription, range.lane());
            lanes.put(tx, key, MemoryLanes.Lane.fed(lanes.find(tx, key), range, now));
        });
    }

    @Override
    public List<LaneLease> lease(Tx tx, Request request) {
        names.findForUpdate(tx, request.subscription());
        return lanes.due(tx, request).stream()
                .map(key -> {
                    MemoryLanes.Lane lane = lanes.get(tx, key);
                    Instant until = request.now().plus(request.duration());
                    MemoryLanes.Lane leased = lane.fenced().due(until);
                    lanes.put(tx, key, leased);
                    return new LaneLease(
                            key.subscription(),
                            key.ref(),
                            leased.delivered(),
                            leased.head(),
                            leased.attempts(),
                            leased.fence());
                })
                .toList();
    }

    @Override
    public boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now) {
        names.findForUpdate(tx, lease.subscription().name());
        MemoryLanes.Key key = MemoryLanes.Key.of(lease.subscription(), lease.lane());
        Optional<MemoryLanes.Lane> held =
                lanes.find(tx, key).filter(lane -> lane.fence() == lease.fence() && lane.stopped() == null);
        held.ifPresent(lane -> lanes.put(tx, key, lane.after(step, now)));
        return held.isPresent();
    }

    @Override
    public List<DeadLetter> deadLetters(Tx tx, Subscription subscription, @Nullable Keyset after, int limit) {
        return lanes.behind(tx, subscription, after == null ? "" : after.id())
                .filter(row -> row.getValue().stopped() != null)
                .flatMap(row -> row.getValue().deadLetter(row.getKey()).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean mend(Tx tx, Subscription subscription, LanePlace place, boolean isSkipped, Instant now) {
        names.findForUpdate(tx, subscription.name());
        MemoryLanes.Key key = MemoryLanes.Key.of(subscription, place.lane());
        Optional<MemoryLanes.Lane> stopped =
                lanes.find(tx, key).filter(lane -> lane.stopped() != null && lane.delivered() + 1 == place.sequence());
        stopped.ifPresent(lane -> lanes.put(tx, key, lane.mended(isSkipped, now)));
        return stopped.isPresent();
    }

    @Override
    public Optional<LogPosition> fedToAll(Tx tx, TenantId tenant) {
        return names.all(tx)
                .map(Map.Entry::getKey)
                .map(name -> new Subscription(tenant, name))
                .filter(one -> ended.find(tx, one).isEmpty())
                .map(one -> positions.find(tx, one).orElse(LogPosition.START))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Map<ObjectRef, Long> deliveredToAll(Tx tx, TenantId tenant, Collection<ObjectRef> wanted) {
        List<String> all = names.all(tx).map(Map.Entry::getKey).toList();
        return wanted.stream()
                .distinct()
                .flatMap(lane -> all.stream().map(name -> MemoryLanes.Key.of(new Subscription(tenant, name), lane)))
                .flatMap(key -> lanes.find(tx, key).map(lane -> Map.entry(key.ref(), lane.delivered())).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::min));
    }

    @Override
    public List<Waiting> waiting(Tx tx, String subscription, int limit) {
        return lanes.withWork(tx, subscription)
                .limit(limit)
                .map(MemoryLanes.Due::key)
                .map(key -> new Waiting(
                        key.subscription().tenant(),
                        new LanePlace(key.ref(), lanes.get(tx, key).delivered() + 1)))
                .toList();
    }

    @Override
    public boolean end(Tx tx, Subscription subscription) {
        names.findForUpdate(tx, subscription.name());
        if (!positions.delete(tx, subscription)) {
            return false;
        }
        ended.put(tx, subscription, true);
        lanes.behind(tx, subscription, "").map(Map.Entry::getKey).toList().forEach(key -> lanes.delete(tx, key));
        if (named(positions, tx, subscription.name()).isEmpty()) {
            names.delete(tx, subscription.name());
            named(ended, tx, subscription.name()).forEach(one -> ended.delete(tx, one));
        }
        return true;
    }

    @Override
    public List<Standing> list(Tx tx, TenantId tenant) {
        return positions
                .all(tx)
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .map(entry -> new Standing(entry.getKey().name(), entry.getValue()))
                .sorted(Comparator.comparing(Standing::subscription))
                .toList();
    }

    private static List<Subscription> named(MemoryTable<Subscription, ?> table, Tx tx, String name) {
        return table.all(tx)
                .<Subscription>map(Map.Entry::getKey)
                .filter(one -> one.name().equals(name))
                .toList();
    }
}
