// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Dialect;
import dev.portalblocks.core.tx.jdbc.Row;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The places in a tenant's log, 1, 2, 3 … without gaps: the last that was given, and up to which events were removed. One
 * row for a tenant, which comes with its first event.
 */
final class Places {
    private final Database db;

    Places(Database db) {
        this.db = db;
    }

    static LogPosition position(Row row) throws SQLException {
        return new LogPosition(row.number("place"), 0, row.uuid("id"));
    }

    /**
     * Makes the tenant's row unless it is there. Two first transactions of a tenant wait for each other here; both have
     * all their lanes by then.
     */
    void begin(Tx tx, TenantId tenant) {
        db.sql(
                        tx,
                        "INSERT INTO @log (tenant, last_place, removed_place, removed_event)"
                                + " SELECT CAST(? AS VARCHAR(100)), 0, CAST(? AS BIGINT), CAST(? AS UUID)"
                                + " WHERE NOT EXISTS (SELECT 1 FROM @log WHERE tenant = ?)",
                        tenant.value(),
                        LogPosition.START.commit(),
                        LogPosition.START.event(),
                        tenant.value())
                .insertsIfAbsent();
    }

    /** Locks the tenant's row, and returns the last place that was given; empty where there was never an event. */
    Optional<Long> lock(Tx tx, TenantId tenant) {
        return db.sql(tx, "SELECT last_place FROM @log WHERE tenant = ? FOR UPDATE", tenant.value())
                .first(row -> row.number("last_place"));
    }

    /** Gives the next places to events that are committed and have none; returns how many. */
    int give(Tx tx, TenantId tenant, int limit) {
        Optional<Long> last = lock(tx, tenant);
        if (last.isEmpty()) {
            return 0;
        }
        int given = give(tx, tenant, last.get(), limit);
        if (given > 0) {
            db.sql(tx, "UPDATE @log SET last_place = ? WHERE tenant = ?", last.get() + given, tenant.value())
                    .update();
        }
        return given;
    }

    /** Returns where the last event up to a place stands. */
    Optional<LogPosition> lastUpTo(Tx tx, TenantId tenant, long place) {
        return db.sql(
                        tx,
                        "SELECT place, id FROM @event WHERE tenant = ? AND place <= ?"
                                + " ORDER BY tenant DESC, place DESC LIMIT 1",
                        tenant.value(),
                        place)
                .first(Places::position);
    }

    /** Returns up to where events were removed. */
    LogPosition removed(Tx tx, TenantId tenant) {
        return db.sql(
                        tx,
                        "SELECT removed_place AS place, removed_event AS id FROM @log WHERE tenant = ?",
                        tenant.value())
                .first(Places::position)
                .orElse(LogPosition.START);
    }

    /** Remembers that events were removed up to here. */
    void remove(Tx tx, TenantId tenant, LogPosition last) {
        db.sql(
                        tx,
                        "UPDATE @log SET removed_place = ?, removed_event = ? WHERE tenant = ?",
                        last.commit(),
                        last.event(),
                        tenant.value())
                .update();
    }

    /**
     * Returns whether the position may be one of this log: that of an event which is kept, of the last one that is not, or
     * one before that, of which nothing is known any more.
     */
    boolean mayBeKnown(Tx tx, TenantId tenant, LogPosition position) {
        if (position.equals(LogPosition.START)) {
            return true;
        }
        Standing standing = standing(tx, tenant, position);
        return position.commit() < standing.removed().commit() || standing.isKnown(position);
    }

    /** Returns whether the position is that of an event which is kept, or of the last one that is not. */
    boolean isKnown(Tx tx, TenantId tenant, LogPosition position) {
        return standing(tx, tenant, position).isKnown(position);
    }

    /**
     * What is known of a position.
     *
     * @param removed up to where events were removed
     * @param kept the event which is kept at its place, if any
     */
    private record Standing(LogPosition removed, @Nullable LogPosition kept) {
        boolean isKnown(LogPosition position) {
            return position.equals(removed) || position.equals(kept);
        }
    }

    /** In one statement, for every search asks. */
    private Standing standing(Tx tx, TenantId tenant, LogPosition position) {
        return db.sql(
                        tx,
                        "SELECT log.removed_place AS place, log.removed_event AS id, event.id AS kept FROM @log AS log"
                                + " LEFT JOIN @event AS event ON event.tenant = log.tenant AND event.place = ?"
                                + " WHERE log.tenant = ?",
                        position.commit(),
                        tenant.value())
                .first(row -> new Standing(position(row), kept(position.commit(), row.uuidOrNull("kept"))))
                .orElse(new Standing(LogPosition.START, null));
    }

    private static @Nullable LogPosition kept(long place, @Nullable UUID event) {
        return event == null ? null : new LogPosition(place, 0, event);
    }

    private int give(Tx tx, TenantId tenant, long last, int limit) {
        String open = "(SELECT id, ROW_NUMBER() OVER (ORDER BY arrival) AS step FROM @event"
                + " WHERE tenant = ? AND place IS NULL ORDER BY arrival LIMIT ?) AS open";
        if (db.dialect() == Dialect.POSTGRESQL) {
            return db.sql(
                            tx,
                            "UPDATE @event AS event SET place = ? + open.step FROM " + open
                                    + " WHERE event.tenant = ? AND event.id = open.id",
                            last,
                            tenant.value(),
                            limit,
                            tenant.value())
                    .update();
        }
        return db.sql(
                        tx,
                        "MERGE INTO @event AS event USING " + open + " ON event.tenant = ? AND event.id = open.id"
                                + " WHEN MATCHED THEN UPDATE SET place = ? + open.step",
                        tenant.value(),
                        limit,
                        tenant.value(),
                        last)
                .update();
    }
}
