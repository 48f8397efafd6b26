// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import java.util.HashSet;
import java.util.List;

/**
 * What was withdrawn: in the events that are kept, and for those that are not in a row for each subject with the place of
 * its last withdrawal.
 */
final class Withdrawn {
    private final Database db;
    private final Places places;

    Withdrawn(Database db, Places places) {
        this.db = db;
        this.places = places;
    }

    /** Returns what was withdrawn behind a position, in one statement, so that what is removed meanwhile is in it. */
    Withdrawals behind(Tx tx, TenantId tenant, LogPosition after, int limit) {
        List<ObjectRef> subjects = db.sql(
                        tx,
                        "SELECT subject FROM @event WHERE tenant = ? AND is_withdrawal AND place > ?"
                                + " UNION SELECT subject FROM @event WHERE tenant = ? AND is_withdrawal AND place IS NULL"
                                + " UNION SELECT subject FROM @withdrawn WHERE tenant = ? AND place > ? LIMIT ?",
                        tenant.value(),
                        after.commit(),
                        tenant.value(),
                        tenant.value(),
                        after.commit(),
                        limit + 1)
                .rows(row -> ObjectRef.parse(row.text("subject")));
        boolean isIncomplete = subjects.size() > limit || !places.mayBeKnown(tx, tenant, after);
        return new Withdrawals(new HashSet<>(subjects), isIncomplete);
    }

    /** Remembers what the events up to a place withdrew; for whoever holds the lock of the tenant's places. */
    void keep(Tx tx, TenantId tenant, long place) {
        String removed = " FROM @event WHERE tenant = ? AND is_withdrawal AND place <= ?";
        db.sql(
                        tx,
                        "DELETE FROM @withdrawn WHERE tenant = ? AND subject IN (SELECT subject" + removed + ")",
                        tenant.value(),
                        tenant.value(),
                        place)
                .update();
        db.sql(
                        tx,
                        "INSERT INTO @withdrawn (tenant, subject, place) SELECT tenant, subject, MAX(place)" + removed
                                + " GROUP BY tenant, subject",
                        tenant.value(),
                        place)
                .update();
    }
}
