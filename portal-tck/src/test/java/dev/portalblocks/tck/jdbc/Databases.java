// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.event.jdbc.JdbcDeliveryLedger;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.docs.jdbc.JdbcVaultStorage;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.search.jdbc.JdbcSynonymStorage;
import dev.portalblocks.search.learning.jdbc.JdbcLearningStorage;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.core.JoiningFixture;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that our stores are tested on. Each call gives one without a row in it. */
public enum Databases {
    /** A database in memory of its own for each call. */
    H2 {
        @Override
        public DataSource fresh() {
            return inMemory(10_000);
        }

        @Override
        public DataSource impatient() {
            return inMemory(1_000);
        }

        private DataSource inMemory(int lockTimeout) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(
                    "jdbc:h2:mem:t" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + lockTimeout);
            return source;
        }
    },
    /** One server for all tests of a process, and one database, which is emptied for each call. */
    POSTGRESQL {
        @Override
        public DataSource fresh() {
            return Server.emptied();
        }

        @Override
        DataSource bare() {
            PGSimpleDataSource source = server();
            source.setDatabaseName(Server.create("t" + NUMBER.incrementAndGet()));
            return source;
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The tables of every block. */
    static final List<Schema> SCHEMAS = List.of(
            JdbcCoreStorage.SCHEMA,
            JdbcDeliveryLedger.SCHEMA,
            JdbcProfileStorage.SCHEMA,
            JdbcMessagingStorage.SCHEMA,
            JdbcVaultStorage.SCHEMA,
            JdbcFaqStorage.SCHEMA,
            JdbcSynonymStorage.SCHEMA,
            JdbcKnowledgeStorage.SCHEMA,
            JdbcLearningStorage.SCHEMA);

    /** Returns a source of connections to a database without rows. */
    public abstract DataSource fresh();

    /** Returns such a source whose connections do not wait long for one another in a circle that nobody finds. */
    public DataSource impatient() {
        return fresh();
    }

    /** Returns a source of connections to a database without tables. */
    DataSource bare() {
        return fresh();
    }

    /** Returns a database that has all tables and no rows. */
    public Database database() {
        return on(fresh());
    }

    /** Returns the database behind a source, with all tables. */
    public static Database on(DataSource source) {
        Database database = Database.on(source);
        Schemas.migrate(database, SCHEMAS.toArray(Schema[]::new));
        return database;
    }

    /** Returns a store in such a database, with an application that has transactions of its own there. */
    public JoiningFixture<Connection> joining(boolean ownConnections) {
        DataSource source = impatient();
        Database plain = on(source);
        Database database = ownConnections ? plain.apartThrough(source) : plain;
        return new JoiningFixture<>(database, new JdbcTenantKeyStore(database), new Application(source));
    }

    /** Returns a store in such a database. */
    public <S> StoreFixture<S> fixture(Function<Database, ? extends S> store) {
        Database database = database();
        return new StoreFixture<>(database, store.apply(database));
    }

    /** Returns the address of a new database without tables on the server, as another process connects to it. */
    public static String bareUrl() {
        return Server.SERVER.getJdbcUrl("postgres", Server.create("t" + NUMBER.incrementAndGet()));
    }

    /** Returns where the server is, for those who want a connection without the pool. */
    static PGSimpleDataSource server() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(Server.SERVER.getJdbcUrl("postgres", "postgres"));
        return source;
    }

    /** The server, which ends with the process. */
    private static final class Server {
        private static final EmbeddedPostgres SERVER = start();
        private static final HikariDataSource SOURCE = pool();

        private static EmbeddedPostgres start() {
            try {
                // the process ends it, and removes its files
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }

        private static HikariDataSource pool() {
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(SERVER.getPostgresDatabase());
            pool.setMaximumPoolSize(60);
            pool.setMinimumIdle(2);
            return new HikariDataSource(pool);
        }

        static String create(String name) {
            try (Connection connection = SOURCE.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
                return name;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static DataSource emptied() {
            try (Connection connection = SOURCE.getConnection();
                    Statement statement = connection.createStatement()) {
                List<String> tables = new ArrayList<>();
                try (ResultSet found = statement.executeQuery("SELECT tablename FROM pg_tables"
                        + " WHERE schemaname = 'public' AND tablename <> 'portal_schema'")) {
                    while (found.next()) {
                        tables.add(found.getString(1));
                    }
                }
                if (!tables.isEmpty()) {
                    statement.execute("TRUNCATE " + String.join(", ", tables));
                }
                return SOURCE;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
