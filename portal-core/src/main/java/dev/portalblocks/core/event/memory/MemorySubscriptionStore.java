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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far subscribers have come, in memory. Whoever changes something of a subscription has it alone until it is done. */
public final class MemorySubscriptionStore implements SubscriptionStore {
    private final MemoryTable<String, Name> names;
    private final MemoryTable<Subscription, LogPosition> positions;
    /** Those that ended for a tenant, and not yet for all. */
    private final MemoryTable<Subscription, Boolean> ended;

    /** A name stays when its subscription has ended: the next one of it goes on behind the last fence. */
    private record Name(boolean isKnown, long lastFence) {
        private static final Name NONE = new Name(false, 0);
    }

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
        Name name = locked(tx, subscription);
        names.put(tx, subscription.name(), new Name(true, name.lastFence()));
        Optional<LogPosition> known = positions.findForUpdate(tx, subscription);
        if (known.isEmpty()) {
            positions.put(tx, subscription, LogPosition.START);
            ended.delete(tx, subscription);
        }
        return Optional.of(known.orElse(LogPosition.START));
    }

    @Override
    public void feed(Tx tx, Subscription subscription, List<Range> ranges, LogPosition upTo, Instant now) {
        long fence = locked(tx, subscription).lastFence();
        positions.put(tx, subscription, upTo);
        ranges.forEach(range -> {
            MemoryLanes.Key key = MemoryLanes.Key.of(subscription, range.lane());
            lanes.put(tx, key, MemoryLanes.Lane.fed(lanes.find(tx, key), fence, range, now));
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
        return ofTenant(tx, tenant).map(Standing::position).min(Comparator.naturalOrder());
    }

    private Stream<Standing> ofTenant(Tx tx, TenantId tenant) {
        return names.all(tx)
                .filter(row -> row.getValue().isKnown())
                .map(row -> new Subscription(tenant, row.getKey()))
                .filter(one -> ended.find(tx, one).isEmpty())
                .map(one -> new Standing(one.name(), positions.find(tx, one).orElse(LogPosition.START)));
    }

    private Name locked(Tx tx, Subscription subscription) {
        return names.findForUpdate(tx, subscription.name()).orElse(Name.NONE);
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
        Name name = locked(tx, subscription);
        if (!name.isKnown() || ended.find(tx, subscription).isPresent()) {
            return false;
        }
        positions.delete(tx, subscription);
        ended.put(tx, subscription, true);
        boolean isLeft = !named(positions, tx, subscription.name()).isEmpty();
        names.put(tx, subscription.name(), new Name(isLeft, Math.max(name.lastFence(), forget(tx, subscription))));
        if (!isLeft) {
            named(ended, tx, subscription.name()).forEach(one -> ended.delete(tx, one));
        }
        return true;
    }

    /** Returns the greatest fence of the lanes that are gone. */
    private long forget(Tx tx, Subscription subscription) {
        List<Map.Entry<MemoryLanes.Key, MemoryLanes.Lane>> all =
                lanes.behind(tx, subscription, "").toList();
        all.forEach(lane -> lanes.delete(tx, lane.getKey()));
        return all.stream().mapToLong(lane -> lane.getValue().fence()).max().orElse(0);
    }

    @Override
    public List<Standing> list(Tx tx, TenantId tenant) {
        return ofTenant(tx, tenant)
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
