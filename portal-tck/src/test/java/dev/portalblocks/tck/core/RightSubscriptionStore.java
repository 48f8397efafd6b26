// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Standing;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.memory.MemorySubscriptionStore;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The memory store; each broken one overrides the method in which it goes wrong. */
class RightSubscriptionStore implements SubscriptionStore {
    final Memory memory = new Memory();
    final SubscriptionStore inner = new MemorySubscriptionStore(memory);

    @Override
    public Optional<LogPosition> find(Tx tx, Subscription subscription) {
        return inner.find(tx, subscription);
    }

    @Override
    public Optional<LogPosition> take(Tx tx, Subscription subscription) {
        return inner.take(tx, subscription);
    }

    @Override
    public void feed(Tx tx, Subscription subscription, List<Range> ranges, LogPosition upTo, Instant now) {
        inner.feed(tx, subscription, ranges, upTo, now);
    }

    @Override
    public List<LaneLease> lease(Tx tx, Request request) {
        return inner.lease(tx, request);
    }

    @Override
    public boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now) {
        return inner.step(tx, lease, step, now);
    }

    @Override
    public List<DeadLetter> deadLetters(Tx tx, Subscription subscription, @Nullable Keyset after, int limit) {
        return inner.deadLetters(tx, subscription, after, limit);
    }

    @Override
    public boolean mend(Tx tx, Subscription subscription, LanePlace place, boolean isSkipped, Instant now) {
        return inner.mend(tx, subscription, place, isSkipped, now);
    }

    @Override
    public Optional<LogPosition> fedToAll(Tx tx, TenantId tenant) {
        return inner.fedToAll(tx, tenant);
    }

    @Override
    public Map<ObjectRef, Long> deliveredToAll(Tx tx, TenantId tenant, Collection<ObjectRef> lanes) {
        return inner.deliveredToAll(tx, tenant, lanes);
    }

    @Override
    public List<Waiting> waiting(Tx tx, String subscription, int limit) {
        return inner.waiting(tx, subscription, limit);
    }

    @Override
    public boolean end(Tx tx, Subscription subscription) {
        return inner.end(tx, subscription);
    }

    @Override
    public List<Standing> list(Tx tx, TenantId tenant) {
        return inner.list(tx, tenant);
    }

    StoreFixture<SubscriptionStore> fixture() {
        return new StoreFixture<>(memory, this);
    }
}
