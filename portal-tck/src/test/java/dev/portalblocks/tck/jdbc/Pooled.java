// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.tx.jdbc.Database;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A database that is opened again and again, behind a pool.
 *
 * @param source where its connections come from
 */
public record Pooled(Supplier<DataSource> source) {
    /** Returns a file of H2, which its last connection closes. */
    public static Pooled file(Path file) {
        return new Pooled(() -> {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:file:" + file.toAbsolutePath());
            return source;
        });
    }

    /** Returns the server's one database, emptied. */
    public static Pooled onServer() {
        Databases.POSTGRESQL.database();
        return new Pooled(Databases::server);
    }

    /** Opens a pool; whoever asks closes it. */
    public HikariDataSource open(int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source.get());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(10_000);
        return new HikariDataSource(pool);
    }

    /** Returns the database behind a pool, with all tables. */
    public static Database database(DataSource pool) {
        return Databases.on(pool);
    }
}
