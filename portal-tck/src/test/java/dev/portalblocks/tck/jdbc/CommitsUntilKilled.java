// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A process that commits one row after the other and says so after each, until it is killed; or until it halts within the
 * same moment as its last report, which no killer from outside is quick enough for.
 */
final class CommitsUntilKilled {
    private CommitsUntilKilled() {}

    /** Takes the database's URL, the number of the first row, and how many to commit before it halts, 0 for no end. */
    public static void main(String[] arguments) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(arguments[0]);
        Database db = Database.on(source);
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA);
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
        int first = Integer.parseInt(arguments[1]);
        int halt = Integer.parseInt(arguments[2]);
        for (int i = first; ; i++) {
            TenantId row = TenantId.of("t" + i);
            db.write(tx -> keys.putIfAbsent(tx, row, new byte[] {1}));
            System.out.println(i);
            System.out.flush();
            if (i - first + 1 == halt) {
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
