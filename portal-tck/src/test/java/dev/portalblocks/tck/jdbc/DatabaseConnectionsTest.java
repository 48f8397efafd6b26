// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What becomes of the host's connections, and what is said where there are none. */
class DatabaseConnectionsTest {
    private static final TenantId TENANT = TenantId.of("acme");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothingStaysOpenAfterWorkThatReturnsThrowsOrFails(Databases kind) {
        CountedSource source = new CountedSource(kind.fresh());
        Database db = Database.on(source);
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA);
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);

        db.write(tx -> keys.putIfAbsent(tx, TENANT, new byte[] {1}));
        db.read(tx -> keys.find(tx, TENANT));
        db.apart(tx -> keys.putIfAbsent(tx, TENANT, new byte[] {2}));
        assertThatThrownBy(() -> db.write(tx -> {
                    keys.putIfAbsent(tx, TenantId.of("other"), new byte[] {1});
                    throw new IllegalStateException("of the work");
                }))
                .hasMessage("of the work");
        assertThatThrownBy(() ->
                        db.write(tx -> db.sql(tx, "SELECT 1 FROM @nothing").exists()))
                .isInstanceOf(StorageFailure.class);
        assertThatThrownBy(() -> db.write(tx -> db.sql(tx, "SELECT 1 / ?", 0).exists()))
                .isInstanceOf(StorageFailure.class);
        Schemas.require(db, JdbcCoreStorage.SCHEMA);

        assertThat(source.open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aTransactionTakesOneConnection(Databases kind) {
        CountedSource source = new CountedSource(kind.fresh());
        Database db = Database.on(source);
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA);
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
        int before = source.opened();

        db.write(tx -> keys.putIfAbsent(tx, TENANT, new byte[] {1}));
        db.read(tx -> keys.find(tx, TENANT));

        assertThat(source.opened() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aConnectionComesBackAsItWas(Databases kind) throws SQLException {
        for (boolean autoCommit : new boolean[] {true, false}) {
            try (HikariDataSource one = pool(kind.fresh(), 1, Duration.ofSeconds(10))) {
                Database db = Database.on(one);
                Schemas.migrate(db, JdbcCoreStorage.SCHEMA);
                JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
                try (Connection physical = one.getConnection()) {
                    physical.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                    physical.setAutoCommit(autoCommit);
                    Database same = Database.on(new OneConnection(one, physical));
                    same.write(tx -> new JdbcTenantKeyStore(same).putIfAbsent(tx, TENANT, new byte[] {1}));
                    same.read(tx -> new JdbcTenantKeyStore(same).find(tx, TENANT));

                    assertThat(physical.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
                    assertThat(physical.getAutoCommit()).isEqualTo(autoCommit);
                    physical.setAutoCommit(true);
                }
                assertThat(db.<Boolean>read(tx -> keys.find(tx, TENANT).isPresent()))
                        .as("committed, though the pool commits nothing by itself")
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anExhaustedPoolIsAnAnswerThatARetryMayHelp(Databases kind) throws SQLException {
        try (HikariDataSource one = pool(kind.fresh(), 1, Duration.ofMillis(250))) {
            Database db = Database.on(one);
            try (Connection held = one.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                assertFailure("storage.exhausted", true, () -> db.write(tx -> true));
            }
            assertThat(db.<Boolean>write(tx -> true)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aClosedPoolIsAnAnswerThatNoRetryHelps(Databases kind) {
        HikariDataSource pool = pool(kind.fresh(), 1, Duration.ofSeconds(10));
        Database db = Database.on(pool);
        pool.close();

        assertFailure("storage.no-connection", false, () -> db.read(tx -> true));
    }

    @Test
    void aWrongPasswordIsRefused() {
        JdbcDataSource first = new JdbcDataSource();
        first.setURL("jdbc:h2:mem:locked;DB_CLOSE_DELAY=-1");
        first.setUser("sa");
        first.setPassword("right");
        Database.on(first);
        JdbcDataSource wrong = new JdbcDataSource();
        wrong.setURL("jdbc:h2:mem:locked");
        wrong.setUser("sa");
        wrong.setPassword("wrong");

        assertFailure("storage.refused", false, () -> Database.on(wrong));
    }

    @Test
    void aDatabaseThatIsNotThereIsRefused() {
        PGSimpleDataSource source = Databases.server();
        source.setDatabaseName("nowhere");

        assertFailure("storage.refused", false, () -> Database.on(source));
    }

    @Test
    void aHostThatIsNotThereMayComeBack() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {1});

        assertFailure("storage.unreachable", true, () -> Database.on(source));
    }

    @Test
    void aServerThatGoesAwayInTheMiddleLeavesNothing() {
        Database db = Databases.POSTGRESQL.database();
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);

        assertFailure(
                "storage.unreachable",
                true,
                () -> db.write(tx -> {
                    keys.putIfAbsent(tx, TENANT, new byte[] {1});
                    return db.sql(tx, "SELECT pg_terminate_backend(pg_backend_pid())")
                            .exists();
                }));

        assertThat(db.<Boolean>read(tx -> keys.find(tx, TENANT).isPresent())).isFalse();
    }

    /** The server ends a session whose host does something else for too long; another connection is fine. */
    @Test
    void aSessionThatWasIdleForTooLongIsWorthARetry() {
        Database db = Databases.POSTGRESQL.database();

        assertFailure(
                "storage.unreachable",
                true,
                () -> db.write(tx -> {
                    int session = db.sql(tx, "SELECT pg_backend_pid() AS it")
                            .first(row -> row.integer("it"))
                            .orElseThrow();
                    db.sql(tx, "SET LOCAL idle_in_transaction_session_timeout = 50")
                            .update();
                    awaitEnd(session);
                    return db.sql(tx, "SELECT 1").exists();
                }));
    }

    /** One that a driver may pass on as it is; and no limit, or one that the server refuses, is none of ours. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLimitForLocksIsOneThatADatabaseKnows(Databases kind) {
        CountedSource source = new CountedSource(kind.fresh());
        Database db = Databases.on(source);
        for (Duration limit : List.of(
                Duration.ZERO,
                Duration.ofMillis(-1),
                Duration.ofNanos(999_999),
                Duration.ofMillis(Integer.MAX_VALUE + 1L),
                Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> db.waitingForLocks(limit)).isInstanceOf(IllegalArgumentException.class);
        }
        for (Duration limit : List.of(Duration.ofMillis(1), Duration.ofMillis(Integer.MAX_VALUE))) {
            assertThat(db.waitingForLocks(limit).<Boolean>write(tx -> true)).isTrue();
        }
        assertThat(source.open()).isEmpty();
    }

    /** A driver or a pool that throws what it should not. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aConnectionThatBreaksAtTheBeginningIsGivenBack(Databases kind) {
        CountedSource source = new CountedSource(new RelayedSource(kind.fresh()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, given) -> {
                            if (method.getName().equals("setAutoCommit") && given[0].equals(false)) {
                                throw new IllegalStateException("of the driver");
                            }
                            try {
                                return method.invoke(real, given);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        });
        Database db = Database.on(source);

        assertThatThrownBy(() -> db.write(tx -> true)).hasMessage("of the driver");

        assertThat(source.open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFailureSaysNothingOfTheRow(Databases kind) {
        Database db = kind.database();

        assertThatThrownBy(() -> db.write(
                        tx -> db.sql(tx, "INSERT INTO @tenant_key (tenant, secret) VALUES (?, ?)", "Tilde Muster", null)
                                .update()))
                .isInstanceOf(StorageFailure.class)
                .satisfies(failure -> {
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        assertThat(cause.toString()).doesNotContain("Tilde");
                    }
                });
    }

    @Test
    void anotherProductIsRefused() {
        Databases kind = Databases.H2;
        assertFailure("storage.unsupported", false, () -> Database.on(new RenamedProduct(kind.fresh(), "SQLite")));
    }

    private static void awaitEnd(int session) {
        try (Connection connection = Databases.server().getConnection();
                PreparedStatement asked = connection.prepareStatement("SELECT 1 FROM pg_stat_activity WHERE pid = ?")) {
            asked.setInt(1, session);
            boolean there = true;
            while (there) {
                try (ResultSet found = asked.executeQuery()) {
                    there = found.next();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertFailure(String code, boolean retryable, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(StorageFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.isRetryable()).isEqualTo(retryable);
        });
    }

    private static HikariDataSource pool(DataSource source, int size, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(patience.toMillis());
        return new HikariDataSource(config);
    }
}
