// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Dialect;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.core.tx.jdbc.Sql;

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
    public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence) {
        if (db.dialect() == Dialect.POSTGRESQL) {
            return insert(tx, "@ledger AS known", subscription, lane, sequence)
                    .and(" ON CONFLICT (tenant, name, lane) DO UPDATE SET sequence = EXCLUDED.sequence"
                            + " WHERE known.sequence < EXCLUDED.sequence")
                    .changes();
        }
        return advances(tx, subscription, lane, sequence)
                || insert(tx, "@ledger", subscription, lane, sequence).insertsIfAbsent()
                || advances(tx, subscription, lane, sequence);
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

    private Sql insert(Tx tx, String table, Subscription subscription, ObjectRef lane, long sequence) {
        return db.sql(tx, "INSERT INTO ")
                .and(table)
                .and(
                        " (tenant, name, lane, sequence) VALUES (?, ?, ?, ?)",
                        subscription.tenant().value(),
                        subscription.name(),
                        lane.toString(),
                        sequence);
    }

    private boolean advances(Tx tx, Subscription subscription, ObjectRef lane, long sequence) {
        return db.sql(
                        tx,
                        "UPDATE @ledger SET sequence = ? WHERE tenant = ? AND name = ? AND lane = ? AND sequence < ?",
                        sequence,
                        subscription.tenant().value(),
                        subscription.name(),
                        lane.toString(),
                        sequence)
                .changes();
    }
}
