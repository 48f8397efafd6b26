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
    /** Where each subscription stands in a tenant's log that has not ended there; none where it did not come to it yet. */
    private static final String OF_TENANT = " FROM @subscription AS known LEFT JOIN @subscription_position AS at"
            + " ON at.tenant = ? AND at.name = known.name"
            + " WHERE known.is_known AND (at.is_ended IS NULL OR NOT at.is_ended)";

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
        begins(tx, subscription, false);
        return free(tx, subscription);
    }

    /** Whoever is about to end it is waited for, and it is there again. */
    private void keepName(Tx tx, String name) {
        db.sql(tx, "INSERT INTO @subscription (name, is_known, last_fence) VALUES (?, TRUE, 0)", name)
                .insertsIfAbsent();
        db.sql(tx, "UPDATE @subscription SET is_known = TRUE WHERE name = ?", name)
                .update();
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
                        "SELECT at.place, at.step, at.event" + OF_TENANT
                                + " ORDER BY at.place NULLS FIRST, at.step LIMIT 1",
                        tenant.value())
                .first(JdbcSubscriptionStore::positionOrStart);
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
        String name = subscription.name();
        boolean isKnown = db.sql(tx, "SELECT name FROM @subscription WHERE name = ? AND is_known FOR UPDATE", name)
                .exists();
        if (!isKnown || !ends(tx, subscription)) {
            return false;
        }
        lanes.end(tx, subscription);
        boolean isLeft = db.sql(
                        tx, "SELECT name FROM @subscription_position WHERE name = ? AND NOT is_ended LIMIT 1", name)
                .exists();
        if (!isLeft) {
            db.sql(tx, "UPDATE @subscription SET is_known = FALSE WHERE name = ?", name)
                    .update();
            db.sql(tx, "DELETE FROM @subscription_position WHERE name = ? AND is_ended", name)
                    .update();
        }
        return true;
    }

    /** One that has not come to this tenant yet ends for it as well, else its log would be kept for it. */
    private boolean ends(Tx tx, Subscription subscription) {
        boolean hasEnded = db.sql(
                        tx,
                        "UPDATE @subscription_position SET is_ended = TRUE WHERE tenant = ? AND name = ? AND NOT is_ended",
                        subscription.tenant().value(),
                        subscription.name())
                .changes();
        return hasEnded || begins(tx, subscription, true);
    }

    private boolean begins(Tx tx, Subscription subscription, boolean isEnded) {
        return db.sql(
                        tx,
                        "INSERT INTO @subscription_position (tenant, name, place, step, event, is_ended)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        subscription.tenant().value(),
                        subscription.name(),
                        LogPosition.START.commit(),
                        LogPosition.START.offset(),
                        LogPosition.START.event(),
                        isEnded)
                .insertsIfAbsent();
    }

    @Override
    public List<Standing> list(Tx tx, TenantId tenant) {
        return db.sql(
                        tx,
                        "SELECT known.name, at.place, at.step, at.event" + OF_TENANT + " ORDER BY known.name",
                        tenant.value())
                .rows(row -> new Standing(row.text("name"), positionOrStart(row)));
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

    private static LogPosition positionOrStart(Row row) throws SQLException {
        return row.isAbsent("place") ? LogPosition.START : position(row);
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
