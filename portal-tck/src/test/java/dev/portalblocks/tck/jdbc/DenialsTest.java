// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is denied on a database: when its record is written, and on what connection; and what a host's rules see. */
class DenialsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final CustomerId ANNA = CustomerId.of("4713");
    private static final Actor AUDITOR = Actor.agent(ACME, "audit", "auditor");
    private static final Actor SERVICE = Actor.agent(ACME, "carl", "service");
    private static final Operation OWNED =
            Operation.writing("test.owned", Permission.forOwners("test.owned", "service"));
    private static final Operation OF_TEAMS =
            Operation.reading("test.of-teams", Permission.forTeams("test.of-teams", "service"));
    private static final Permission FURTHER = Permission.forOwners("test.further", "service");
    private static final Operation ASKING = Operation.writing("test.asking", OWNED.permission());

    @Nested
    class OnH2 implements Denied {
        @Override
        public Databases kind() {
            return Databases.H2;
        }
    }

    @Nested
    class OnPostgres implements Denied {
        @Override
        public Databases kind() {
            return Databases.POSTGRESQL;
        }
    }

    /** What is the same on each. */
    interface Denied {
        /** Returns which database. */
        Databases kind();

        /** The record needs the connection that the failed transaction had. */
        @Test
        default void aPoolOfOneRecordsADenial() {
            try (HikariDataSource one = pool(kind().fresh());
                    Portal portal = portal(migrated(one), RolePolicy.standard())) {
                assertThatThrownBy(() -> change(portal, Actor.anonymous(ACME))).isInstanceOf(AccessDenied.class);
                assertThat(recorded(portal)).containsExactly(AuditEntry.Outcome.DENIED);
                change(portal, SERVICE);
                assertThat(recorded(portal)).hasSize(2);
            }
        }

        /** Rolled back with all else, or committed with it. */
        @Test
        default void aDenialSharesTheFateOfAHostsTransaction() {
            DataSource source = kind().fresh();
            Database database = migrated(source);
            try (Portal portal = portal(database, RolePolicy.standard())) {
                inHost(source, database, false, connection -> deny(portal));
                assertThat(recorded(portal)).isEmpty();
                inHost(source, database, true, connection -> deny(portal));
                assertThat(recorded(portal)).containsExactly(AuditEntry.Outcome.DENIED);
            }
        }

        /** Whatever becomes of the host's transaction, and before it ends. */
        @Test
        default void aDenialIsKeptThroughASourceOfItsOwn() {
            DataSource source = kind().fresh();
            try (HikariDataSource own = pool(source)) {
                Database database = migrated(source).apartThrough(own);
                try (Portal portal = portal(database, RolePolicy.standard())) {
                    inHost(source, database, false, connection -> {
                        change(portal, SERVICE);
                        deny(portal);
                    });
                    assertThat(recorded(portal)).containsExactly(AuditEntry.Outcome.DENIED);
                }
            }
        }

        /** And a host that goes on can. */
        @Test
        default void aPolicysOwnFailureOnTheDatabaseIsNoDenial() {
            DataSource source = kind().fresh();
            Database database = migrated(source);
            HostRules host = new HostRules(database, source);
            AccessPolicy failing = (tx, actor, permission) -> {
                if (permission.equals(FURTHER)) {
                    host.fail(tx);
                }
                return RolePolicy.standard().decide(tx, actor, permission);
            };
            try (Portal portal = portal(database, failing)) {
                assertThatThrownBy(() -> ask(portal))
                        .isInstanceOfSatisfying(
                                StorageFailure.class,
                                failure -> assertThat(failure.code()).isEqualTo("storage.schema-missing"));
                assertThat(recorded(portal)).isEmpty();
                inHost(source, database, true, connection -> {
                    assertThatThrownBy(() -> ask(portal)).isInstanceOf(StorageFailure.class);
                    change(portal, SERVICE);
                });
                assertThat(recorded(portal)).containsExactly(AuditEntry.Outcome.DONE);
            }
        }

        /** But not where the transaction is the host's. */
        @Test
        default void aDeadlockOfAPolicysIsRepeated() {
            DataSource source = kind().fresh();
            Database database = migrated(source);
            AtomicInteger left = new AtomicInteger(2);
            AccessPolicy unlucky = (tx, actor, permission) -> {
                if (permission.equals(OWNED.permission()) && left.getAndDecrement() > 0) {
                    throw new IllegalStateException(new SQLException("victim", "40001"));
                }
                return RolePolicy.standard().decide(tx, actor, permission);
            };
            try (Portal portal = portal(database, unlucky)) {
                change(portal, SERVICE);
                assertThat(recorded(portal)).containsExactly(AuditEntry.Outcome.DONE);
                left.set(1);
                inHost(
                        source,
                        database,
                        true,
                        connection -> assertThatThrownBy(() -> change(portal, SERVICE))
                                .isInstanceOfSatisfying(
                                        StorageFailure.class,
                                        failure -> assertThat(failure.isRetryable())
                                                .isTrue()));
            }
        }

        /** What the host has not committed yet counts, and nobody else sees it. */
        @Test
        default void aHostsDirectoryIsAskedInItsTransaction() {
            DataSource source = kind().fresh();
            Database database = migrated(source);
            HostRules host = new HostRules(database, source);
            try (Portal portal =
                    Portal.builder(JdbcCoreStorage.on(database).withTeams(host)).build()) {
                portal.register(BlockContribution.of("test", OF_TEAMS));
                assertThat(teams(portal)).isEmpty();
                inHost(source, database, false, connection -> {
                    HostRules.add(connection, "carl", "claims");
                    assertThat(teams(portal)).containsExactly("claims");
                    HostRules.remove(connection, "carl", "claims");
                    assertThat(teams(portal)).isEmpty();
                    HostRules.add(connection, "carl", "sales");
                });
                assertThat(teams(portal)).isEmpty();
                inHost(source, database, true, connection -> HostRules.add(connection, "carl", "sales"));
                assertThat(teams(portal)).containsExactly("sales");
            }
        }

        /** A mandate that the host takes back in the transaction is of no effect from the next call on. */
        @Test
        default void aHostsMandatesAreAskedInItsTransaction() {
            DataSource source = kind().fresh();
            Database database = migrated(source);
            HostRules host = new HostRules(database, source);
            Actor acting = Actor.customer(ACME, ANNA).actingFor(ERIKA);
            try (Portal portal =
                    Portal.builder(JdbcCoreStorage.on(database)).mandates(host).build()) {
                portal.register(BlockContribution.of("test", OWNED));
                assertThatThrownBy(() -> change(portal, acting)).isInstanceOf(AccessDenied.class);
                inHost(source, database, true, connection -> {
                    HostRules.add(connection, ANNA.value(), ERIKA.value());
                    change(portal, acting);
                    HostRules.remove(connection, ANNA.value(), ERIKA.value());
                    assertThatThrownBy(() -> change(portal, acting)).isInstanceOf(AccessDenied.class);
                });
                assertThat(recorded(portal))
                        .containsExactly(AuditEntry.Outcome.DENIED, AuditEntry.Outcome.DONE, AuditEntry.Outcome.DENIED);
            }
        }
    }

    private static HikariDataSource pool(DataSource source) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(pool);
    }

    private static Database migrated(DataSource source) {
        Database database = Database.on(source);
        Schemas.migrate(database, JdbcCoreStorage.SCHEMA);
        return database;
    }

    private static Portal portal(Database database, AccessPolicy policy) {
        Portal portal =
                Portal.builder(JdbcCoreStorage.on(database)).policy(policy).build();
        portal.register(BlockContribution.of("test", OWNED, ASKING));
        return portal;
    }

    private static boolean change(Portal portal, Actor actor) {
        return portal.operations().perform(OWNED, actor, "command", context -> true);
    }

    /** Asks for what another permission guards, and goes on with what it is answered. */
    private static void ask(Portal portal) {
        portal.operations().perform(ASKING, SERVICE, "command", context -> context.scopeOf(FURTHER));
    }

    private static void deny(Portal portal) {
        assertThatThrownBy(() -> change(portal, Actor.anonymous(ACME))).isInstanceOf(AccessDenied.class);
    }

    private static Set<String> teams(Portal portal) {
        return portal.operations()
                .perform(
                        OF_TEAMS,
                        SERVICE,
                        "command",
                        context -> context.scope().teams().restriction())
                .orElseThrow();
    }

    private static List<AuditEntry.Outcome> recorded(Portal portal) {
        return portal.auditTrail().list(AUDITOR, PageRequest.first(50)).items().stream()
                .map(AuditEntry::outcome)
                .toList();
    }

    /** Runs something within a transaction of the host's, which is joined and then committed or rolled back. */
    private static void inHost(DataSource source, Database database, boolean commit, Consumer<Connection> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                database.joining(connection, () -> {
                    work.accept(connection);
                    return true;
                });
                if (commit) {
                    connection.commit();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
