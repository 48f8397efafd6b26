// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's H2 database that was told to do something else with texts is refused before there is a row in it. */
class ExactTextTest {
    private static final Schema CORE = JdbcCoreStorage.SCHEMA;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        ";IGNORECASE=TRUE, schema.collation",
        ";COLLATION=GERMAN STRENGTH PRIMARY, schema.collation",
        ";COLLATION=ENGLISH, schema.collation",
        ";MODE=Oracle, schema.mode",
        ";DATABASE_TO_UPPER=FALSE, schema.mode"
    })
    void aDatabaseThatTakesTextsForOthersIsRefused(String setting, String code) throws SQLException {
        JdbcDataSource source = h2(setting);
        Database db = Database.on(source);

        assertRefused(code, () -> Schemas.migrate(db, CORE));
        assertRefused(code, () -> Schemas.migrate(db.inSchema("portal"), CORE));
        assertRefused(code, () -> Schemas.require(db, CORE));
        assertThat(portalTables(source)).as("left behind").isZero();
    }

    /** The setting counts when a table is made; it may be off again when the portal starts. */
    @Test
    void tablesThatWereMadeWithoutCaseAreRefused() throws SQLException {
        JdbcDataSource source = h2("");
        Database db = Database.on(source);
        execute(source, "SET IGNORECASE TRUE");
        for (String statement : SchemaFiles.statements(CORE, db.dialect())) {
            execute(source, statement);
        }
        execute(source, "SET IGNORECASE FALSE");

        assertRefused("schema.collation", () -> Schemas.require(db, CORE));
        assertRefused("schema.collation", () -> Schemas.migrate(db, CORE));
        assertThatThrownBy(() -> Schemas.require(db, CORE)).hasStackTraceContaining("PORTAL_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ";MODE=PostgreSQL", ";MODE=LEGACY", ";MODE=STRICT", ";IGNORECASE=FALSE", ";COLLATION=OFF"})
    void theOthersAreTaken(String setting) throws SQLException {
        JdbcDataSource source = h2(setting);
        Database db = Database.on(source);

        Schemas.migrate(db, CORE);
        Schemas.require(db, CORE);

        assertThat(portalTables(source)).isPositive();
    }

    /** The application's user, where another one migrates. A table of the host's may be what it likes. */
    @Test
    void oneWhoOnlyReadsAndWritesIsToldTheSame() throws SQLException {
        JdbcDataSource source = h2("");
        execute(source, "CREATE TABLE host (name VARCHAR_IGNORECASE)");
        execute(source, "CREATE SCHEMA theirs");
        execute(source, "CREATE TABLE theirs.portal_settings (name VARCHAR_IGNORECASE)");
        Schemas.migrate(Database.on(source), CORE);
        execute(source, "CREATE USER app PASSWORD 'app'");
        execute(source, "GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA public TO app");
        JdbcDataSource application = new JdbcDataSource();
        application.setURL(source.getURL().replace(";DB_CLOSE_DELAY=-1", ""));
        application.setUser("app");
        application.setPassword("app");
        Schemas.require(Database.on(application), CORE);

        execute(source, "SET MODE Oracle");
        assertRefused("schema.mode", () -> Schemas.require(Database.on(application), CORE));
        execute(source, "SET MODE Regular");
        execute(source, "SET IGNORECASE TRUE");
        assertRefused("schema.collation", () -> Schemas.require(Database.on(application), CORE));
    }

    private static JdbcDataSource h2(String setting) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:exact" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1" + setting);
        return source;
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StorageFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.isRetryable()).isFalse();
        });
    }

    private static int portalTables(JdbcDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME LIKE 'PORTAL%'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static void execute(JdbcDataSource source, String text) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
