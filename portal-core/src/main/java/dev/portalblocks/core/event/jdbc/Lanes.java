// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.jdbc;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Dialect;
import java.util.Optional;

/** The last number of each lane. Whoever takes one holds the lane's row until its transaction ends. */
final class Lanes {
    private final Database db;

    Lanes(Database db) {
        this.db = db;
    }

    long next(Tx tx, TenantId tenant, ObjectRef lane) {
        String name = lane.toString();
        return db.dialect() == Dialect.POSTGRESQL ? onPostgres(tx, tenant, name) : onH2(tx, tenant, name);
    }

    private long onPostgres(Tx tx, TenantId tenant, String lane) {
        return db.sql(
                        tx,
                        "INSERT INTO @lane AS known (tenant, lane, sequence) VALUES (?, ?, 1) ON CONFLICT (tenant, lane)"
                                + " DO UPDATE SET sequence = known.sequence + 1 RETURNING sequence",
                        tenant.value(),
                        lane)
                .returning(row -> row.number("sequence"))
                .get(0);
    }

    private long onH2(Tx tx, TenantId tenant, String lane) {
        Optional<Long> next = increment(tx, tenant, lane);
        if (next.isPresent()) {
            return next.get();
        }
        boolean isFirst = db.sql(
                        tx, "INSERT INTO @lane (tenant, lane, sequence) VALUES (?, ?, 1)", tenant.value(), lane)
                .insertsIfAbsent();
        return isFirst ? 1 : increment(tx, tenant, lane).orElseThrow();
    }

    private Optional<Long> increment(Tx tx, TenantId tenant, String lane) {
        return db
                .sql(
                        tx,
                        "SELECT sequence FROM FINAL TABLE"
                                + " (UPDATE @lane SET sequence = sequence + 1 WHERE tenant = ? AND lane = ?)",
                        tenant.value(),
                        lane)
                .returning(row -> row.number("sequence"))
                .stream()
                .findFirst();
    }
}
