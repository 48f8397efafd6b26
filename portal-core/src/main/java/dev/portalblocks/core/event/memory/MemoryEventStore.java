// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.memory;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryLog;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outbox and its log in memory, whose order is that of the commits: an event has its place as soon as it is there. */
public final class MemoryEventStore implements EventStore {
    private final MemoryTable<Lane, Long> lanes;
    private final MemoryLog<TenantId, RecordedEvent> log;
    private final MemoryTable<Place, RecordedEvent> places;
    private final MemoryTable<TenantId, LogPosition> removed;
    private final MemoryTable<Subject, LogPosition> withdrawn;
    private final MemoryTable<TenantId, Boolean> tenants;

    /** Keeps the events in this memory. */
    public MemoryEventStore(Memory memory) {
        Comparator<TenantId> byTenant = Comparator.comparing(TenantId::value);
        Comparator<Lane> byLane = Comparator.comparing(Lane::tenant, byTenant)
                .thenComparing(lane -> lane.name().toString());
        lanes = memory.table("core.event-lane", byLane);
        places = memory.table(
                "core.event-place", Comparator.comparing(Place::lane, byLane).thenComparing(Place::sequence));
        log = memory.log("core.event", byTenant);
        removed = memory.table("core.event-removed", byTenant);
        withdrawn = memory.table(
                "core.event-withdrawn",
                Comparator.comparing(Subject::tenant, byTenant)
                        .thenComparing(subject -> subject.object().toString()));
        tenants = memory.table("core.event-tenant", byTenant);
    }

    @Override
    public long nextSequence(Tx tx, TenantId tenant, ObjectRef lane) {
        Lane key = new Lane(tenant, lane);
        long next = lanes.findForUpdate(tx, key).orElse(0L) + 1;
        lanes.put(tx, key, next);
        return next;
    }

    @Override
    public void append(Tx tx, RecordedEvent event) {
        if (tenants.find(tx, event.tenant()).isEmpty()) {
            tenants.insert(tx, event.tenant(), true);
        }
        log.append(tx, event.tenant(), event);
        places.put(tx, Place.of(event), event);
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
        List<MemoryLog.Entry<RecordedEvent>> entries = log.after(tx, tenant, after.commit(), after.offset(), limit);
        LogPosition upTo = entries.isEmpty() ? after : position(entries.get(entries.size() - 1));
        LogPosition gone = removed.find(tx, tenant).orElse(LogPosition.START);
        List<RecordedEvent> events =
                entries.stream().map(MemoryLog.Entry::element).toList();
        return new EventSlice(events, upTo, !after.equals(gone) && !isKept(tx, tenant, after));
    }

    @Override
    public List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit) {
        Lane key = new Lane(tenant, lane);
        return places.after(tx, new Place(key, after))
                .takeWhile(row -> row.getKey().lane().equals(key))
                .map(Map.Entry::getValue)
                .limit(limit)
                .toList();
    }

    @Override
    public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
        Stream<ObjectRef> kept = log.after(tx, tenant, after.commit(), after.offset(), Integer.MAX_VALUE).stream()
                .map(MemoryLog.Entry::element)
                .filter(RecordedEvent::isWithdrawal)
                .map(RecordedEvent::subject);
        Stream<ObjectRef> gone = withdrawn
                .all(tx)
                .filter(row -> row.getKey().tenant().equals(tenant) && !isUpTo(row.getValue(), after))
                .map(row -> row.getKey().object());
        Set<ObjectRef> subjects =
                Stream.concat(kept, gone).distinct().limit(limit + 1L).collect(Collectors.toSet());
        return new Withdrawals(subjects, subjects.size() > limit || !isKnown(tx, tenant, after));
    }

    @Override
    public LogPosition end(Tx tx, TenantId tenant) {
        LogPosition gone = removed.find(tx, tenant).orElse(LogPosition.START);
        return read(tx, tenant, gone, Integer.MAX_VALUE).upTo();
    }

    @Override
    public void removeUpTo(Tx tx, TenantId tenant, LogPosition last) {
        LogPosition gone = removed.findForUpdate(tx, tenant).orElse(LogPosition.START);
        List<MemoryLog.Entry<RecordedEvent>> old =
                log.after(tx, tenant, gone.commit(), gone.offset(), Integer.MAX_VALUE).stream()
                        .takeWhile(entry -> isUpTo(position(entry), last))
                        .toList();
        if (!old.isEmpty()) {
            LogPosition place = position(old.get(old.size() - 1));
            old.forEach(entry -> places.delete(tx, Place.of(entry.element())));
            old.stream()
                    .filter(entry -> entry.element().isWithdrawal())
                    .forEach(entry -> withdrawn.put(tx, Subject.of(entry.element()), position(entry)));
            removed.put(tx, tenant, place);
            log.removeUpTo(tx, tenant, place.commit(), place.offset());
        }
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return tenants.all(tx)
                .map(Map.Entry::getKey)
                .filter(tenant -> tenant.value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private static boolean isUpTo(LogPosition place, LogPosition last) {
        return place.commit() < last.commit() || (place.commit() == last.commit() && place.offset() <= last.offset());
    }

    /** Of what was removed only the last place is known, so every place before it is taken for one of this log's. */
    private boolean isKnown(Tx tx, TenantId tenant, LogPosition place) {
        LogPosition gone = removed.find(tx, tenant).orElse(LogPosition.START);
        return place.equals(LogPosition.START)
                || place.equals(gone)
                || (isUpTo(place, gone) && !isUpTo(gone, place))
                || isKept(tx, tenant, place);
    }

    /** Where nothing was removed the log begins at {@link LogPosition#START}; every other place is that of an event. */
    private boolean isKept(Tx tx, TenantId tenant, LogPosition place) {
        return log.after(tx, tenant, place.commit(), place.offset() - 1, 1).stream()
                .map(MemoryEventStore::position)
                .anyMatch(place::equals);
    }

    private static LogPosition position(MemoryLog.Entry<RecordedEvent> entry) {
        return new LogPosition(entry.commit(), entry.offset(), entry.element().id());
    }

    private record Lane(TenantId tenant, ObjectRef name) {}

    private record Subject(TenantId tenant, ObjectRef object) {
        static Subject of(RecordedEvent event) {
            return new Subject(event.tenant(), event.subject());
        }
    }

    private record Place(Lane lane, long sequence) {
        static Place of(RecordedEvent event) {
            return new Place(new Lane(event.tenant(), event.lane()), event.sequence());
        }
    }
}
