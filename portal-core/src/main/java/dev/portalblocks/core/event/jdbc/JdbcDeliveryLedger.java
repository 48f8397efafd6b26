// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.LastAdmitted;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import java.util.Optional;
import java.util.UUID;

/** What a receiver has had, in a table of the receiver's database, which need not be the portal's. */
public final class JdbcDeliveryLedger implements DeliveryLedger {
    /** The ledger's table; it is migrated in the database of the receiver. */
    public static final Schema SCHEMA = Schema.of("ledger", JdbcDeliveryLedger.class, "create");

    private final Database db;

    private JdbcDeliveryLedger(Database db) {
        this.db = db;
    }

    /**
     * Returns the ledger in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code schema.…} if its table is not that of this
     *     release
     */
    public static JdbcDeliveryLedger on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcDeliveryLedger(db);
    }

    @Override
    public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
        Optional<LastAdmitted> last = last(tx, subscription, lane);
        if (last.isEmpty()) {
            if (insert(tx, subscription, lane, LastAdmitted.first(sequence, event))) {
                return true;
            }
            last = last(tx, subscription, lane); // somebody else's, who has ended
        }
        LastAdmitted before = last.orElseThrow(() -> new StorageFailure("storage.deadlock", true, null));
        boolean isFirst = before.admits(sequence, event);
        if (isFirst) {
            update(tx, subscription, lane, before.then(sequence, event));
        }
        return isFirst;
    }

    @Override
    public void forget(Tx tx, Subscription subscription) {
        db.sql(
                        tx,
                        "DELETE FROM @ledger WHERE tenant = ? AND name = ?",
                        subscription.tenant().value(),
                        subscription.name())
                .update();
    }

    /** Whoever asks for the same lane waits until this transaction ends. */
    private Optional<LastAdmitted> last(Tx tx, Subscription subscription, ObjectRef lane) {
        return db.sql(
                        tx,
                        "SELECT sequence, event, latest FROM @ledger WHERE tenant = ? AND name = ? AND lane = ? FOR UPDATE",
                        subscription.tenant().value(),
                        subscription.name(),
                        lane.toString())
                .first(row -> new LastAdmitted(row.number("sequence"), row.uuid("event"), row.number("latest")));
    }

    private boolean insert(Tx tx, Subscription subscription, ObjectRef lane, LastAdmitted first) {
        return db.sql(
                        tx,
                        "INSERT INTO @ledger (tenant, name, lane, sequence, event, latest) VALUES (?, ?, ?, ?, ?, ?)",
                        subscription.tenant().value(),
                        subscription.name(),
                        lane.toString(),
                        first.sequence(),
                        first.event(),
                        first.latest())
                .insertsIfAbsent();
    }

    private void update(Tx tx, Subscription subscription, ObjectRef lane, LastAdmitted now) {
        db.sql(
                        tx,
                        "UPDATE @ledger SET sequence = ?, event = ?, latest = ? WHERE tenant = ? AND name = ? AND lane = ?",
                        now.sequence(),
                        now.event(),
                        now.latest(),
                        subscription.tenant().value(),
                        subscription.name(),
                        lane.toString())
                .update();
    }
}
