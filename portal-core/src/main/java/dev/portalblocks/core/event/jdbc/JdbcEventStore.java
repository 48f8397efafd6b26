// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * The log of events in tables. An event gets a number of arrival when it is appended, and its place in the order of
 * arrival when somebody settles. In a lane that is the order of the sequence too: the lane is locked while the number is
 * drawn.
 */
public final class JdbcEventStore implements EventStore {
    private static final long FIRST = 1;

    private final Database db;
    private final Lanes lanes;
    private final Places places;
    private final Withdrawn withdrawn;

    /** Keeps the events in this database. */
    public JdbcEventStore(Database db) {
        this.db = db;
        this.lanes = new Lanes(db);
        this.places = new Places(db);
        this.withdrawn = new Withdrawn(db, places);
    }

    @Override
    public long nextSequence(Tx tx, TenantId tenant, ObjectRef lane) {
        return lanes.next(tx, tenant, lane);
    }

    @Override
    public void append(Tx tx, RecordedEvent event) {
        db.sql(
                        tx,
                        "INSERT INTO @event (tenant, id, source, event_type, happened_at, subject, lane, sequence,"
                                + " is_withdrawal, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        event.tenant().value(),
                        event.id(),
                        event.source(),
                        event.type(),
                        event.time(),
                        event.subject().toString(),
                        event.lane().toString(),
                        event.sequence(),
                        event.isWithdrawal(),
                        event.data().getBytes(StandardCharsets.UTF_8))
                .update();
        if (event.sequence() == FIRST) {
            places.begin(tx, event.tenant());
        }
    }

    @Override
    public int settle(Tx tx, TenantId tenant, int limit) {
        return places.give(tx, tenant, limit);
    }

    @Override
    public boolean isSettled(Tx tx, TenantId tenant) {
        return !db.sql(tx, "SELECT 1 FROM @event WHERE tenant = ? AND place IS NULL LIMIT 1", tenant.value())
                .exists();
    }

    @Override
    public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
        List<Placed> rows = db.sql(
                        tx,
                        "SELECT * FROM @event WHERE tenant = ? AND place > ? ORDER BY tenant, place LIMIT ?",
                        tenant.value(),
                        after.commit(),
                        limit)
                .rows(row -> new Placed(Places.position(row), event(row)));
        LogPosition upTo = rows.isEmpty() ? after : rows.get(rows.size() - 1).position();
        // asked after the events were read, so that what was removed in between is missed and not passed by
        boolean isIncomplete = !places.isKnown(tx, tenant, after);
        return new EventSlice(rows.stream().map(Placed::event).toList(), upTo, isIncomplete);
    }

    @Override
    public List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit) {
        return db.sql(
                        tx,
                        "SELECT * FROM @event WHERE tenant = ? AND lane = ? AND sequence > ? AND place IS NOT NULL"
                                + " ORDER BY tenant, lane, sequence LIMIT ?",
                        tenant.value(),
                        lane.toString(),
                        after,
                        limit)
                .rows(JdbcEventStore::event);
    }

    @Override
    public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
        return withdrawn.behind(tx, tenant, after, limit);
    }

    @Override
    public LogPosition end(Tx tx, TenantId tenant) {
        return places.lastUpTo(tx, tenant, Long.MAX_VALUE).orElseGet(() -> places.removed(tx, tenant));
    }

    @Override
    public void removeUpTo(Tx tx, TenantId tenant, LogPosition last) {
        places.lock(tx, tenant);
        places.lastUpTo(tx, tenant, last.commit()).ifPresent(gone -> {
            places.remove(tx, tenant, gone);
            withdrawn.keep(tx, tenant, gone.commit());
            db.sql(tx, "DELETE FROM @event WHERE tenant = ? AND place <= ?", tenant.value(), gone.commit())
                    .update();
        });
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return db.sql(tx, "SELECT tenant FROM @log WHERE tenant > ? ORDER BY tenant LIMIT ?", after, limit)
                .rows(row -> TenantId.of(row.text("tenant")));
    }

    private static RecordedEvent event(Row row) throws SQLException {
        return new RecordedEvent(
                row.uuid("id"),
                row.text("source"),
                row.text("event_type"),
                row.instant("happened_at"),
                ObjectRef.parse(row.text("subject")),
                TenantId.of(row.text("tenant")),
                ObjectRef.parse(row.text("lane")),
                row.number("sequence"),
                row.flag("is_withdrawal"),
                new String(row.bytes("sealed"), StandardCharsets.UTF_8));
    }

    /** An event at its place. */
    private record Placed(LogPosition position, RecordedEvent event) {}
}
