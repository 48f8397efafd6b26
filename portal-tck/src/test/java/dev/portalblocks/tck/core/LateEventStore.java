// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.event.memory.MemoryEventStore;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In memory, the way a database does it: events wait beside the log until somebody settles. */
class LateEventStore implements EventStore {
    final Memory memory;
    final EventStore log;
    final MemoryTable<Waiting, RecordedEvent> waiting;
    private final MemoryTable<TenantId, Boolean> settling;
    private final AtomicLong arrivals = new AtomicLong();

    /** Where an event waits: in the order of arrival, which in a lane is that of its sequence. */
    record Waiting(TenantId tenant, long arrival) {}

    LateEventStore(Memory memory) {
        this.memory = memory;
        Comparator<TenantId> byTenant = Comparator.comparing(TenantId::value);
        log = new MemoryEventStore(memory);
        waiting = memory.table(
                "test.event-waiting",
                Comparator.comparing(Waiting::tenant, byTenant).thenComparing(Waiting::arrival));
        settling = memory.table("test.event-settling", byTenant);
    }

    StoreFixture<EventStore> fixture() {
        return new StoreFixture<>(memory, this);
    }

    @Override
    public long nextSequence(Tx tx, TenantId tenant, ObjectRef lane) {
        return log.nextSequence(tx, tenant, lane);
    }

    @Override
    public void append(Tx tx, RecordedEvent event) {
        waiting.insert(tx, new Waiting(event.tenant(), arrivals.incrementAndGet()), event);
    }

    @Override
    public int settle(Tx tx, TenantId tenant, int limit) {
        lock(tx, tenant);
        List<Map.Entry<Waiting, RecordedEvent>> next =
                waiting(tx, tenant).limit(limit).toList();
        next.forEach(entry -> {
            waiting.delete(tx, entry.getKey());
            log.append(tx, entry.getValue());
        });
        return next.size();
    }

    @Override
    public boolean isSettled(Tx tx, TenantId tenant) {
        return waiting(tx, tenant).findAny().isEmpty();
    }

    @Override
    public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
        return log.read(tx, tenant, after, limit);
    }

    @Override
    public List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit) {
        return log.readLane(tx, tenant, lane, after, limit);
    }

    @Override
    public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
        Withdrawals placed = log.withdrawals(tx, tenant, after, limit);
        Stream<ObjectRef> open = waiting(tx, tenant)
                .map(Map.Entry::getValue)
                .filter(RecordedEvent::isWithdrawal)
                .map(RecordedEvent::subject);
        Set<ObjectRef> all = Stream.concat(placed.subjects().stream(), open).collect(Collectors.toSet());
        return new Withdrawals(all, placed.isIncomplete() || all.size() > limit);
    }

    @Override
    public LogPosition end(Tx tx, TenantId tenant) {
        return log.end(tx, tenant);
    }

    @Override
    public void removeUpTo(Tx tx, TenantId tenant, LogPosition last) {
        log.removeUpTo(tx, tenant, last);
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        Stream<TenantId> withoutPlace = waiting.all(tx)
                .map(entry -> entry.getKey().tenant())
                .filter(tenant -> tenant.value().compareTo(after) > 0);
        return Stream.concat(log.tenants(tx, after, limit).stream(), withoutPlace)
                .distinct()
                .sorted(Comparator.comparing(TenantId::value))
                .limit(limit)
                .toList();
    }

    /** Of two who settle the second waits until the first has ended, and finds what that has left. */
    void lock(Tx tx, TenantId tenant) {
        settling.findForUpdate(tx, tenant);
    }

    Stream<Map.Entry<Waiting, RecordedEvent>> waiting(Tx tx, TenantId tenant) {
        return waiting.all(tx).filter(entry -> entry.getKey().tenant().equals(tenant));
    }
}
