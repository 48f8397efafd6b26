// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A process that commits one row after the other and says so after each, until it is killed; or until it halts within the
 * same moment as its last report, which no killer from outside is quick enough for.
 */
final class CommitsUntilKilled {
    private CommitsUntilKilled() {}

    /**
     * Takes the database's URL, the number of the first row, how many to commit before it halts, 0 for no end, and for how
     * many milliseconds H2 delays what it writes, -1 to leave that to the library.
     */
    public static void main(String[] arguments) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(arguments[0]);
        // a pool keeps the database open: H2 writes all when the last connection is closed
        try (HikariDataSource pool = new Pooled(() -> source).open(2)) {
            Database db = Database.on(pool);
            Schemas.migrate(db, JdbcCoreStorage.SCHEMA);
            commit(db, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), () -> delay(pool, arguments[3]));
        }
    }

    private static void commit(Database db, int first, int halt, Runnable afterTheFirst) {
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
        for (int i = first; ; i++) {
            TenantId row = TenantId.of("t" + i);
            db.write(tx -> keys.putIfAbsent(tx, row, new byte[] {1}));
            if (i == first) {
                afterTheFirst.run();
            }
            System.out.println(i);
            System.out.flush();
            if (i - first + 1 == halt) {
                Runtime.getRuntime().halt(1);
            }
        }
    }

    private static void delay(DataSource pool, String millis) {
        if (!millis.equals("-1")) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET WRITE_DELAY " + millis);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
