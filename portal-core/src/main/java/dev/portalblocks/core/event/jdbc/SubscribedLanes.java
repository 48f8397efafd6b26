// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore.LanePlace;
import dev.portalblocks.core.event.SubscriptionStore.Range;
import dev.portalblocks.core.event.SubscriptionStore.Request;
import dev.portalblocks.core.event.SubscriptionStore.Waiting;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Dialect;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The lanes of subscriptions. Column {@code due_at} is when a lane may be leased: the end of a lease, of a delay, or when it
 * was fed; it is null where a lane has no work or stands still, so that its index holds those that have.
 */
final class SubscribedLanes {
    private final Database db;

    SubscribedLanes(Database db) {
        this.db = db;
    }

    void feed(Tx tx, Subscription subscription, Range range) {
        if (!feeds(tx, subscription, range)) {
            boolean isNew = db.sql(
                            tx,
                            "INSERT INTO @subscription_lane (tenant, lane, name, delivered, head, fence, attempts, due_at)"
                                    + " VALUES (?, ?, ?, ?, ?, (SELECT last_fence FROM @subscription WHERE name = ?), 0,"
                                    + " CURRENT_TIMESTAMP)",
                            subscription.tenant().value(),
                            range.lane().toString(),
                            subscription.name(),
                            range.first() - 1,
                            range.last(),
                            subscription.name())
                    .insertsIfAbsent();
            if (!isNew) {
                feeds(tx, subscription, range);
            }
        }
    }

    /** A replay is told by numbers that are known; columns on the right are those of before. */
    private boolean feeds(Tx tx, Subscription subscription, Range range) {
        long first = range.first();
        return db.sql(
                        tx,
                        "UPDATE @subscription_lane SET"
                                + " delivered = CASE WHEN delivered >= ? THEN ? ELSE delivered END,"
                                + " fence = CASE WHEN head >= ? THEN fence + 1 ELSE fence END,"
                                + " attempts = CASE WHEN head >= ? THEN 0 ELSE attempts END,"
                                + " due_at = CASE WHEN head >= ? THEN CURRENT_TIMESTAMP WHEN stopped_at IS NOT NULL THEN NULL"
                                + " ELSE COALESCE(due_at, CURRENT_TIMESTAMP) END,"
                                + " failure = CASE WHEN head >= ? THEN NULL ELSE failure END,"
                                + " stopped_at = CASE WHEN head >= ? THEN NULL ELSE stopped_at END,"
                                + " head = ?",
                        first,
                        first - 1,
                        first,
                        first,
                        first,
                        first,
                        first,
                        range.last())
                .and(
                        " WHERE tenant = ? AND lane = ? AND name = ?",
                        subscription.tenant().value())
                .and("", range.lane().toString(), subscription.name())
                .changes();
    }

    List<LaneLease> lease(Tx tx, Request request) {
        List<LaneLease> free = db.sql(
                        tx,
                        "SELECT * FROM @subscription_lane WHERE name = ? AND due_at > ? AND due_at <= CURRENT_TIMESTAMP"
                                + " ORDER BY name, due_at LIMIT ? FOR UPDATE SKIP LOCKED",
                        request.subscription(),
                        Instant.EPOCH, // H2's index has nulls before all others, and would read them
                        request.limit())
                .rows(SubscribedLanes::next);
        free.forEach(lane -> due(
                        db.sql(tx, "UPDATE @subscription_lane SET fence = ?, due_at = ", lane.fence()),
                        request.duration())
                .and(" WHERE tenant = ? AND lane = ? AND name = ?", key(lane))
                .update());
        return free;
    }

    List<Waiting> waiting(Tx tx, String subscription, int limit) {
        return db.sql(
                        tx,
                        "SELECT tenant, lane, delivered FROM @subscription_lane WHERE name = ? AND due_at > ?"
                                + " ORDER BY name, due_at LIMIT ?",
                        subscription,
                        Instant.EPOCH, // as in lease
                        limit)
                .rows(row -> new Waiting(
                        TenantId.of(row.text("tenant")),
                        new LanePlace(ObjectRef.parse(row.text("lane")), row.number("delivered") + 1)));
    }

    boolean step(Tx tx, LaneLease lease, LaneStep step) {
        Sql update = db.sql(tx, "UPDATE @subscription_lane SET ");
        if (step instanceof LaneStep.Delivered done) {
            update.and(
                    "delivered = ?, attempts = 0, due_at = CASE WHEN head > ? THEN ", done.sequence(), done.sequence());
            due(update, done.lease()).and(" END");
        } else if (step instanceof LaneStep.Renewed renewed) {
            due(update.and("due_at = "), renewed.lease());
        } else if (step instanceof LaneStep.Postponed postponed) {
            due(update.and("attempts = attempts + 1, due_at = "), postponed.delay());
        } else if (step instanceof LaneStep.Stopped stopped) {
            update.and(
                    "attempts = attempts + 1, due_at = NULL, stopped_at = CURRENT_TIMESTAMP, refused_event = ?,"
                            + " refused_type = ?, failure = ?",
                    stopped.refusal().event(),
                    stopped.refusal().type(),
                    stopped.refusal().failure());
        }
        return update.and(" WHERE tenant = ? AND lane = ? AND name = ?", key(lease))
                .and(" AND fence = ? AND stopped_at IS NULL", lease.fence())
                .changes();
    }

    boolean mend(Tx tx, Subscription subscription, LanePlace place, boolean isSkipped) {
        long delivered = isSkipped ? place.sequence() : place.sequence() - 1;
        return db.sql(
                        tx,
                        "UPDATE @subscription_lane SET delivered = ?, fence = fence + 1, attempts = 0, stopped_at = NULL,"
                                + " failure = NULL, due_at = CASE WHEN head > ? THEN CURRENT_TIMESTAMP END",
                        delivered,
                        delivered)
                .and(
                        " WHERE tenant = ? AND lane = ? AND name = ?",
                        subscription.tenant().value())
                .and("", place.lane().toString(), subscription.name())
                .and(" AND stopped_at IS NOT NULL AND delivered = ?", place.sequence() - 1)
                .changes();
    }

    /** Forgets the lanes; the name keeps their greatest fence, behind which those of the next subscription begin. */
    void end(Tx tx, Subscription subscription) {
        String tenant = subscription.tenant().value();
        String name = subscription.name();
        db.sql(tx, "UPDATE @subscription_lane SET due_at = NULL WHERE tenant = ? AND name = ?", tenant, name)
                .update(); // from here on nobody leases one: the greatest fence is the last
        db.sql(
                        tx,
                        "UPDATE @subscription SET last_fence = GREATEST(last_fence, (SELECT COALESCE(MAX(fence), 0)"
                                + " FROM @subscription_lane WHERE tenant = ? AND name = ?)) WHERE name = ?",
                        tenant,
                        name,
                        name)
                .update();
        db.sql(tx, "DELETE FROM @subscription_lane WHERE tenant = ? AND name = ?", tenant, name)
                .update();
    }

    /** Goes on with the database's time after a while. */
    private Sql due(Sql update, Duration after) {
        long micros = after.truncatedTo(ChronoUnit.MICROS).toNanos() / 1_000;
        return db.dialect() == Dialect.POSTGRESQL
                ? update.and("CURRENT_TIMESTAMP + CAST(? AS bigint) * INTERVAL '1 microsecond'", micros)
                : update.and("DATEADD(MICROSECOND, CAST(? AS BIGINT), CURRENT_TIMESTAMP)", micros);
    }

    private static Object[] key(LaneLease lane) {
        return new Object[] {
            lane.subscription().tenant().value(),
            lane.lane().toString(),
            lane.subscription().name()
        };
    }

    /** The lease that follows on what the row says. */
    private static LaneLease next(Row row) throws SQLException {
        return new LaneLease(
                new Subscription(TenantId.of(row.text("tenant")), row.text("name")),
                ObjectRef.parse(row.text("lane")),
                row.number("delivered"),
                row.number("head"),
                row.integer("attempts"),
                row.number("fence") + 1);
    }
}
