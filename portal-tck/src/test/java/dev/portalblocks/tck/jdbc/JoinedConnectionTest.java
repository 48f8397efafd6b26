// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which connections of a host are joined, by what, and how they come back. */
class JoinedConnectionTest {
    private static final TenantId TENANT = TenantId.of("acme");

    /** A host joins on the database that it has at hand; the portal may work on a copy with another setting. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void joiningOnOneCopyOfADatabaseJoinsAll(Databases kind) throws SQLException {
        DataSource source = kind.bare();
        Database host = Database.on(source);
        Database portal = host.inSchema("portal").apartThrough(source).waitingForLocks(Duration.ofSeconds(5));
        Schemas.migrate(portal, JdbcCoreStorage.SCHEMA);
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(portal);

        for (Database joining : new Database[] {host, host.inSchema("other"), portal}) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                joining.joining(connection, () -> {
                    assertThat(portal.isJoining()).isTrue();
                    assertThat(portal.<Boolean>write(tx -> {
                                keys.putIfAbsent(tx, TENANT, new byte[] {1});
                                return tx.isJoined();
                            }))
                            .isTrue();
                    assertThat(portal.<Boolean>apart(tx -> tx.isJoined())).isFalse();
                    assertThatThrownBy(() -> portal.joining(connection, () -> true))
                            .isInstanceOf(IllegalStateException.class);
                    return true;
                });
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(portal.isJoining()).isFalse();
            assertThat(portal.<Optional<byte[]>>read(tx -> keys.find(tx, TENANT)))
                    .isEmpty();
        }
    }

    /** What was revoked, granted or kept by others since the host's snapshot has to count. */
    @ParameterizedTest
    @CsvSource({"H2, 1", "H2, 4", "H2, 6", "H2, 8", "POSTGRESQL, 4", "POSTGRESQL, 8"})
    void aTransactionThatKeepsToAnOldStateIsNotJoined(Databases kind, int isolation) throws SQLException {
        DataSource source = kind.fresh();
        Database db = Databases.on(source);
        try (Connection connection = source.getConnection()) {
            int usual = connection.getTransactionIsolation();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            try {
                assertThatThrownBy(() -> db.joining(connection, () -> true))
                        .isInstanceOfSatisfying(StorageFailure.class, failure -> {
                            assertThat(failure.code()).isEqualTo("storage.isolation");
                            assertThat(failure.isRetryable()).isFalse();
                            assertThat(failure.getCause()).hasMessageContaining("READ COMMITTED");
                        });
                assertThat(db.isJoining()).isFalse();
                assertThat(ask(connection, "SELECT 'goes on'")).isEqualTo("goes on");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(usual);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aPartWaitsForALockNoLongerThanAnyOtherTransaction(Databases kind) throws SQLException {
        DataSource source = kind.impatient();
        Database db = Databases.on(source).waitingForLocks(Duration.ofMillis(300));
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
        try (Connection first = source.getConnection();
                Connection second = source.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            try {
                db.joining(
                        first,
                        () -> db.<Boolean>write(tx -> {
                            keys.putIfAbsent(tx, TENANT, new byte[] {1});
                            return true;
                        }));
                assertThatThrownBy(() -> assertTimeoutPreemptively(
                                Duration.ofSeconds(20),
                                () -> db.joining(
                                        second,
                                        () -> db.<Boolean>write(tx -> {
                                            keys.putIfAbsent(tx, TENANT, new byte[] {2});
                                            return true;
                                        }))))
                        .isInstanceOfSatisfying(
                                StorageFailure.class,
                                failure -> assertThat(failure.code()).isEqualTo("storage.lock-timeout"));
                assertThat(ask(second, "SELECT 'goes on'")).isEqualTo("goes on");
            } finally {
                first.rollback();
                second.rollback();
                first.setAutoCommit(true);
                second.setAutoCommit(true);
            }
        }
    }

    /** Nothing can be written, so the denial is on record nowhere; it is one all the same. */
    @Test
    void aDenialInATransactionThatOnlyReadsIsOne() throws SQLException {
        DataSource source = Databases.POSTGRESQL.fresh();
        Database db = Databases.on(source);
        Actor stranger = Actor.agent(TENANT, "stranger");
        try (Portal portal = Portal.of(db);
                Connection connection = source.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                db.joining(connection, () -> {
                    assertThatThrownBy(() -> portal.auditTrail().list(stranger, PageRequest.first(1)))
                            .isInstanceOf(AccessDenied.class)
                            .satisfies(denied -> assertThat(denied.getSuppressed())
                                    .singleElement()
                                    .isInstanceOf(StorageFailure.class));
                    return true;
                });
                assertThat(ask(connection, "SELECT 'goes on'")).isEqualTo("goes on");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        }
    }

    /** A shorter one of the host's counts, and none is changed for what the host does afterwards. */
    @ParameterizedTest
    @CsvSource({"0, 5s", "1min, 5s", "200ms, 200ms", "5s, 5s"})
    void theHostsLimitForALockComesBack(String own, String within) throws SQLException {
        DataSource source = Databases.POSTGRESQL.fresh();
        Database db = Databases.on(source).waitingForLocks(Duration.ofSeconds(5));
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ask(connection, "SELECT set_config('lock_timeout', '" + own + "', true)");
                db.joining(connection, () -> {
                    assertThatThrownBy(() -> db.write(tx -> {
                                throw new IllegalStateException("of the work");
                            }))
                            .hasMessage("of the work");
                    assertThat(db.<String>write(tx -> limit(db.connection(tx)))).isEqualTo(within);
                    return true;
                });
                assertThat(limit(connection)).isEqualTo(own);
                assertThatThrownBy(() -> db.joining(connection, () -> {
                            throw new IllegalStateException("of the host");
                        }))
                        .hasMessage("of the host");
                assertThat(limit(connection)).isEqualTo(own);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(limit(connection)).as("of the session").isEqualTo("0");
        }
    }

    private static String limit(Connection connection) {
        try {
            return ask(connection, "SHOW lock_timeout");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
