// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

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
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far subscribers have come, in tables. Time is the database's, whatever the nodes' clocks say. */
public final class JdbcSubscriptionStore implements SubscriptionStore {
    private final Database db;
    private final SubscribedLanes lanes;

    /** Keeps it in this database. */
    public JdbcSubscriptionStore(Database db) {
        this.db = db;
        this.lanes = new SubscribedLanes(db);
    }

    @Override
    public Optional<LogPosition> find(Tx tx, Subscription subscription) {
        return db.sql(
                        tx,
                        "SELECT place, step, event FROM @subscription_position"
                                + " WHERE tenant = ? AND name = ? AND NOT is_ended",
                        subscription.tenant().value(),
                        subscription.name())
                .first(JdbcSubscriptionStore::position);
    }

    @Override
    public Optional<LogPosition> take(Tx tx, Subscription subscription) {
        Optional<LogPosition> free = free(tx, subscription);
        if (free.isPresent() || find(tx, subscription).isPresent()) {
            return free;
        }
        keepName(tx, subscription.name());
        db.sql(
                        tx,
                        "DELETE FROM @subscription_position WHERE tenant = ? AND name = ? AND is_ended",
                        subscription.tenant().value(),
                        subscription.name())
                .update();
        db.sql(
                        tx,
                        "INSERT INTO @subscription_position (tenant, name, place, step, event, is_ended)"
                                + " VALUES (?, ?, ?, ?, ?, FALSE)",
                        subscription.tenant().value(),
                        subscription.name(),
                        LogPosition.START.commit(),
                        LogPosition.START.offset(),
                        LogPosition.START.event())
                .insertsIfAbsent();
        return free(tx, subscription);
    }

    /** Until the transaction ends nobody removes it; who was about to is waited for, and it is there again. */
    private void keepName(Tx tx, String name) {
        boolean isKept = false;
        for (int i = 0; i < 2 && !isKept; i++) {
            db.sql(tx, "INSERT INTO @subscription (name) VALUES (?)", name).insertsIfAbsent();
            isKept = locksName(tx, name);
        }
    }

    private boolean locksName(Tx tx, String name) {
        return db.sql(tx, "SELECT name FROM @subscription WHERE name = ? FOR UPDATE", name)
                .exists();
    }

    @Override
    public void feed(Tx tx, Subscription subscription, List<Range> ranges, LogPosition upTo, Instant now) {
        ranges.forEach(range -> lanes.feed(tx, subscription, range));
        db.sql(
                        tx,
                        "UPDATE @subscription_position SET place = ?, step = ?, event = ? WHERE tenant = ? AND name = ?",
                        upTo.commit(),
                        upTo.offset(),
                        upTo.event(),
                        subscription.tenant().value(),
                        subscription.name())
                .update();
    }

    @Override
    public List<LaneLease> lease(Tx tx, Request request) {
        return lanes.lease(tx, request);
    }

    @Override
    public boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now) {
        return lanes.step(tx, lease, step);
    }

    @Override
    public List<DeadLetter> deadLetters(Tx tx, Subscription subscription, @Nullable Keyset after, int limit) {
        return db.sql(
                        tx,
                        "SELECT * FROM @subscription_lane WHERE tenant = ? AND name = ? AND stopped_at IS NOT NULL"
                                + " AND lane > ? ORDER BY lane LIMIT ?",
                        subscription.tenant().value(),
                        subscription.name(),
                        after == null ? "" : after.id(),
                        limit)
                .rows(JdbcSubscriptionStore::deadLetter);
    }

    @Override
    public boolean mend(Tx tx, Subscription subscription, LanePlace place, boolean isSkipped, Instant now) {
        return lanes.mend(tx, subscription, place, isSkipped);
    }

    @Override
    public Optional<LogPosition> fedToAll(Tx tx, TenantId tenant) {
        return db.sql(
                        tx,
                        "SELECT at.place, at.step, at.event FROM @subscription AS known LEFT JOIN @subscription_position AS at"
                                + " ON at.tenant = ? AND at.name = known.name WHERE at.is_ended IS NULL OR NOT at.is_ended"
                                + " ORDER BY at.place NULLS FIRST, at.step LIMIT 1",
                        tenant.value())
                .first(row -> row.isAbsent("place") ? LogPosition.START : position(row));
    }

    @Override
    public Map<ObjectRef, Long> deliveredToAll(Tx tx, TenantId tenant, Collection<ObjectRef> wanted) {
        Map<ObjectRef, Long> delivered = new HashMap<>();
        String[] names = wanted.stream().map(ObjectRef::toString).toArray(String[]::new);
        db.sql(
                        tx,
                        "SELECT lane, MIN(delivered) AS least FROM @subscription_lane WHERE tenant = ? AND lane = ANY(?)"
                                + " GROUP BY lane",
                        tenant.value(),
                        names)
                .rows(row -> delivered.put(ObjectRef.parse(row.text("lane")), row.number("least")));
        return delivered;
    }

    @Override
    public List<Waiting> waiting(Tx tx, String subscription, int limit) {
        return lanes.waiting(tx, subscription, limit);
    }

    @Override
    public boolean end(Tx tx, Subscription subscription) {
        locksName(tx, subscription.name());
        boolean hasEnded = db.sql(
                        tx,
                        "UPDATE @subscription_position SET is_ended = TRUE WHERE tenant = ? AND name = ? AND NOT is_ended",
                        subscription.tenant().value(),
                        subscription.name())
                .changes();
        if (!hasEnded) {
            return false;
        }
        db.sql(
                        tx,
                        "DELETE FROM @subscription_lane WHERE tenant = ? AND name = ?",
                        subscription.tenant().value(),
                        subscription.name())
                .update();
        boolean isLeft = db.sql(
                        tx,
                        "SELECT name FROM @subscription_position WHERE name = ? AND NOT is_ended LIMIT 1",
                        subscription.name())
                .exists();
        if (!isLeft) {
            db.sql(tx, "DELETE FROM @subscription WHERE name = ?", subscription.name())
                    .update();
            db.sql(tx, "DELETE FROM @subscription_position WHERE name = ? AND is_ended", subscription.name())
                    .update();
        }
        return true;
    }

    @Override
    public List<Standing> list(Tx tx, TenantId tenant) {
        return db.sql(
                        tx,
                        "SELECT name, place, step, event FROM @subscription_position WHERE tenant = ? AND NOT is_ended"
                                + " ORDER BY name",
                        tenant.value())
                .rows(row -> new Standing(row.text("name"), position(row)));
    }

    /** Whoever is at it keeps nobody waiting: what two would do, one does. */
    private Optional<LogPosition> free(Tx tx, Subscription subscription) {
        return db.sql(
                        tx,
                        "SELECT place, step, event FROM @subscription_position"
                                + " WHERE tenant = ? AND name = ? AND NOT is_ended FOR UPDATE SKIP LOCKED",
                        subscription.tenant().value(),
                        subscription.name())
                .first(JdbcSubscriptionStore::position);
    }

    private static LogPosition position(Row row) throws SQLException {
        return new LogPosition(row.number("place"), row.number("step"), row.uuid("event"));
    }

    private static DeadLetter deadLetter(Row row) throws SQLException {
        return new DeadLetter(
                row.text("name"),
                ObjectRef.parse(row.text("lane")),
                row.number("delivered") + 1,
                row.number("head"),
                row.integer("attempts"),
                row.instant("stopped_at"),
                row.uuid("refused_event"),
                row.text("refused_type"),
                row.text("failure"));
    }
}
