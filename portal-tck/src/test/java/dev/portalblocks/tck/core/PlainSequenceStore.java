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

/**
 * The outbox that suggests itself: a table whose key counts up, as an identity column does, and readers that ask for
 * {@code key > last}. Keys are taken before the commit, so a reader passes by whoever commits late.
 */
final class PlainSequenceStore implements EventStore {
    private final Memory memory;
    private final EventStore lanes;
    private final MemoryTable<Long, RecordedEvent> events;
    private final MemoryTable<Long, RecordedEvent> removedEvents;
    private final MemoryTable<TenantId, LogPosition> removed;
    private final MemoryTable<TenantId, Boolean> tenants;
    private final AtomicLong keys = new AtomicLong();

    PlainSequenceStore(Memory memory) {
        this.memory = memory;
        Comparator<TenantId> byTenant = Comparator.comparing(TenantId::value);
        lanes = new MemoryEventStore(memory);
        events = memory.table("test.event", Comparator.<Long>naturalOrder());
        removedEvents = memory.table("test.event-gone", Comparator.<Long>naturalOrder());
        removed = memory.table("test.event-removed", byTenant);
        tenants = memory.table("test.event-tenant", byTenant);
    }

    StoreFixture<EventStore> fixture() {
        return new StoreFixture<>(memory, this);
    }

    @Override
    public long nextSequence(Tx tx, TenantId tenant, ObjectRef lane) {
        return lanes.nextSequence(tx, tenant, lane);
    }

    @Override
    public void append(Tx tx, RecordedEvent event) {
        if (tenants.find(tx, event.tenant()).isEmpty()) {
            tenants.insert(tx, event.tenant(), true);
        }
        events.insert(tx, keys.incrementAndGet(), event);
    }

    @Override
    public int settle(Tx tx, TenantId tenant, int limit) {
        return 0;
    }

    @Override
    public boolean isSettled(Tx tx, TenantId tenant) {
        return true;
    }

    @Override
    public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
        List<Map.Entry<Long, RecordedEvent>> found =
                behind(tx, tenant, after.commit()).limit(limit).toList();
        LogPosition upTo = found.isEmpty() ? after : position(found.get(found.size() - 1));
        List<RecordedEvent> slice = found.stream().map(Map.Entry::getValue).toList();
        return new EventSlice(slice, upTo, !after.equals(gone(tx, tenant)) && !isKept(tx, tenant, after));
    }

    @Override
    public List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit) {
        return behind(tx, tenant, 0)
                .map(Map.Entry::getValue)
                .filter(event -> event.lane().equals(lane) && event.sequence() > after)
                .sorted(Comparator.comparingLong(RecordedEvent::sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
        Stream<RecordedEvent> kept = behind(tx, tenant, after.commit()).map(Map.Entry::getValue);
        Stream<RecordedEvent> gone = removedEvents.after(tx, after.commit()).map(Map.Entry::getValue);
        Set<ObjectRef> subjects = Stream.concat(kept, gone)
                .filter(event -> event.tenant().equals(tenant) && event.isWithdrawal())
                .map(RecordedEvent::subject)
                .collect(Collectors.toSet());
        boolean isKnown = after.commit() <= gone(tx, tenant).commit() || isKept(tx, tenant, after);
        return new Withdrawals(subjects, subjects.size() > limit || !isKnown);
    }

    @Override
    public LogPosition end(Tx tx, TenantId tenant) {
        return read(tx, tenant, gone(tx, tenant), Integer.MAX_VALUE).upTo();
    }

    @Override
    public void removeUpTo(Tx tx, TenantId tenant, LogPosition last) {
        List<Map.Entry<Long, RecordedEvent>> old = behind(tx, tenant, 0)
                .takeWhile(entry -> entry.getKey() <= last.commit())
                .toList();
        old.forEach(entry -> {
            removed.put(tx, tenant, position(entry));
            events.delete(tx, entry.getKey());
            removedEvents.insert(tx, entry.getKey(), entry.getValue());
        });
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return tenants.all(tx)
                .map(Map.Entry::getKey)
                .filter(tenant -> tenant.value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private Stream<Map.Entry<Long, RecordedEvent>> behind(Tx tx, TenantId tenant, long last) {
        return events.after(tx, last).filter(entry -> entry.getValue().tenant().equals(tenant));
    }

    private LogPosition gone(Tx tx, TenantId tenant) {
        return removed.find(tx, tenant).orElse(LogPosition.START);
    }

    private boolean isKept(Tx tx, TenantId tenant, LogPosition place) {
        return events.find(tx, place.commit())
                        .filter(event ->
                                event.tenant().equals(tenant) && event.id().equals(place.event()))
                        .isPresent()
                && place.offset() == 0;
    }

    private static LogPosition position(Map.Entry<Long, RecordedEvent> entry) {
        return new LogPosition(entry.getKey(), 0, entry.getValue().id());
    }
}
