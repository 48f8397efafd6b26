// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.tck.LogCollector;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** How often H2 is told to write commits at once: as often as it needs, and no more. */
class PromptWritesTest {
    /** H2's own pool hands out another connection each time, over the same few sessions. */
    @Test
    void eachSessionIsToldOnceThroughH2sOwnPool() throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(Databases.H2.fresh().unwrap(JdbcDataSource.class));
        StatementLog log = new StatementLog(pool);
        Database db = Database.on(log);
        Database copy = db.inSchema("other");
        for (int i = 0; i < 10; i++) {
            (i % 2 == 0 ? db : copy).write(tx -> true);
            (i % 2 == 0 ? db : copy).read(tx -> true);
        }
        assertThat(log.takeAll()).filteredOn("SET WRITE_DELAY 0"::equals).hasSize(1);

        try (Connection held = pool.getConnection()) {
            assertThat(held.isClosed()).isFalse();
            db.write(tx -> true);
            db.write(tx -> true);
        }
        assertThat(log.takeAll())
                .as("a second session")
                .filteredOn("SET WRITE_DELAY 0"::equals)
                .hasSize(1);
        pool.dispose();
    }

    @Test
    void whoMayNotSaySoIsWarnedOnce() throws SQLException {
        JdbcDataSource source = Databases.H2.fresh().unwrap(JdbcDataSource.class);
        Schemas.migrate(Database.on(source), JdbcCoreStorage.SCHEMA);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER app PASSWORD 'app'");
        }
        JdbcDataSource application = new JdbcDataSource();
        application.setURL(source.getURL().replace(";DB_CLOSE_DELAY=-1", ""));
        application.setUser("app");
        application.setPassword("app");
        try (LogCollector.Listening log = new LogCollector.Listening()) {
            Database db = Database.on(application);
            Database copy = db.inSchema("other");
            for (int i = 0; i < 5; i++) {
                db.write(tx -> true);
                copy.read(tx -> true);
            }
            assertThat(log.take())
                    .filteredOn(line -> line.contains("H2 delays commits"))
                    .hasSize(1);
        }
    }
}
