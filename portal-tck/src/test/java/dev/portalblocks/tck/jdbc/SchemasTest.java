// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Dialect;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the tables come into a database, and what is said where they are not those of this release. */
class SchemasTest {
    private static final Schema[] ALL = Databases.SCHEMAS.toArray(Schema[]::new);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void migratingAgainChangesNothing(Databases kind) throws SQLException {
        DataSource source = kind.bare();
        Database db = Database.on(source);
        Schemas.migrate(db, ALL);
        List<String> before = columns(source, "%");
        Schemas.migrate(db, ALL);

        assertThat(columns(source, "%")).isEqualTo(before).isNotEmpty();
        for (Schema schema : ALL) {
            Schemas.require(db, schema);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void eightWhoMigrateAtOnceAllFindItDone(Databases kind) {
        Database db = Database.on(kind.bare());
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> {
            Schemas.migrate(db, ALL);
            Schemas.require(db, ALL[0]);
            return true;
        });

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.orFail()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tablesStandInTheSchemaThatWasAskedFor(Databases kind) throws SQLException {
        DataSource source = kind.bare();
        Database db = Database.on(source).inSchema("select");
        Schemas.migrate(db, ALL);

        assertThat(columns(source, "select")).isNotEmpty();
        assertThat(columns(source, kind == Databases.H2 ? "PUBLIC" : "public")).isEmpty();
        Schemas.require(db, ALL[0]);
        assertRefusal("schema.missing", Database.on(source));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void withoutTablesItSaysSo(Databases kind) {
        assertRefusal("schema.missing", Database.on(kind.bare()));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tablesOfALaterReleaseAreLeftAlone(Databases kind) throws SQLException {
        DataSource source = kind.bare();
        Database db = Database.on(source);
        Schemas.migrate(db, ALL);
        execute(source, "UPDATE portal_schema SET version = version + 1");

        assertRefusal("schema.newer", db);
        assertThatThrownBy(() -> Schemas.migrate(db, ALL)).isInstanceOfSatisfying(StorageFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("schema.newer");
            assertThat(failure.getCause()).hasMessageContaining("have version");
        });
    }

    /** Cut off after each statement in turn. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatWasCutOffIsNamedAndCarriedOn(Databases kind) throws SQLException {
        DataSource whole = kind.bare();
        Schemas.migrate(Database.on(whole), ALL[0]);
        List<String> wanted = columns(whole, "%");
        for (int kept = 1; kept < statements(kind, ALL[0]).size(); kept++) {
            DataSource source = kind.bare();
            if (kind == Databases.H2) {
                for (String statement : statements(kind, ALL[0]).subList(0, kept)) {
                    execute(source, statement);
                }
                assertRefusal(kept == 1 ? "schema.missing" : "schema.half-applied", Database.on(source));
            } else {
                CutSource cut = new CutSource(source, kept);
                assertThatThrownBy(() -> Schemas.migrate(Database.on(cut), ALL[0]))
                        .isInstanceOf(StorageFailure.class);
                assertThat(columns(source, "public"))
                        .as("after %d statements", kept)
                        .isEmpty();
            }
            Schemas.migrate(Database.on(source), ALL[0]);
            assertThat(columns(source, "%")).as("after %d statements", kept).isEqualTo(wanted);
            Schemas.require(Database.on(source), ALL[0]);
        }
    }

    /** A history for each block, as their numbers go on independently of each other. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aHostMayRunTheFilesWithFlyway(Databases kind) throws SQLException {
        DataSource ours = kind.bare();
        Schemas.migrate(Database.on(ours), ALL);
        List<String> wanted = columns(ours, "%");
        DataSource theirs = kind.bare();
        for (Schema schema : ALL) {
            Flyway.configure()
                    .dataSource(theirs)
                    .table("flyway_" + schema.block())
                    .locations("classpath:portal-schema/" + schema.block() + "/"
                            + kind.name().toLowerCase(Locale.ROOT))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }

        assertThat(columns(theirs, "%")).isEqualTo(wanted);
        Database db = Database.on(theirs);
        for (Schema schema : ALL) {
            Schemas.require(db, schema);
        }
        Schemas.migrate(db, ALL);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void everyKeyAndIndexBeginsWithTheTenant(Databases kind) throws SQLException {
        DataSource source = kind.bare();
        Schemas.migrate(Database.on(source), ALL);
        List<String> others = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : new TreeSet<>(tables(connection))) {
                try (ResultSet found = connection.getMetaData().getIndexInfo(null, null, table, false, false)) {
                    while (found.next()) {
                        String column = found.getString("COLUMN_NAME");
                        if (found.getShort("ORDINAL_POSITION") == 1 && !"tenant".equalsIgnoreCase(column)) {
                            others.add(table.toLowerCase(Locale.ROOT) + "." + column.toLowerCase(Locale.ROOT));
                        }
                    }
                }
            }
        }

        assertThat(others)
                .as("work queues and what all tenants share apart")
                .containsExactly("portal_schema.block", "portal_subscription.name", "portal_subscription_lane.name");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").toLowerCase(Locale.ROOT).startsWith("portal_")) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static List<String> columns(DataSource source, String schema) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet found = connection.getMetaData().getColumns(null, schema, "%", "%")) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (table.startsWith("portal_")) {
                    columns.add(table + "." + found.getString("COLUMN_NAME") + " " + found.getString("TYPE_NAME") + "("
                            + found.getInt("COLUMN_SIZE") + ") " + found.getString("IS_NULLABLE"));
                }
            }
        }
        return columns.stream().distinct().sorted().toList();
    }

    private static List<String> statements(Databases kind, Schema schema) {
        return SchemaFiles.statements(schema, Dialect.valueOf(kind.name()));
    }

    private static void execute(DataSource source, String text) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static void assertRefusal(String code, Database db) {
        assertThatThrownBy(() -> Schemas.require(db, ALL[0])).isInstanceOfSatisfying(StorageFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.isRetryable()).isFalse();
        });
    }
}
