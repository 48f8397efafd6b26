// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.SqlFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of blocks up to the version that this release works with, and tells whether they are. Safe to call on
 * every start, by several threads, and on PostgreSQL by several nodes at once; an H2 file that several processes share
 * ({@code AUTO_SERVER}) is to be migrated by one of them. Who has a migration tool gives it the same files instead, see {@link Schema}.
 */
public final class Schemas {
    private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);
    /** "portal" as ASCII: one lock for all who migrate in a database of PostgreSQL. */
    private static final long LOCK = 0x706f7274616cL;

    private Schemas() {}

    /**
     * Creates what is missing and carries on what was cut off; on PostgreSQL in one transaction for each call.
     *
     * @throws StorageFailure {@code schema.newer} where a later release has been here; {@code schema.encoding} where a
     *     PostgreSQL does not keep Unicode; {@code schema.collation} where an H2 was told to compare texts by another rule
     *     than character by character ({@code COLLATION}, {@code IGNORECASE}); {@code schema.mode} where it takes an empty
     *     text for none ({@code MODE=Oracle}); or what the database reports. What was there before is unchanged then, but on H2,
     *     which commits each statement that changes tables, a step may be half done: the next call carries it on.
     */
    public static void migrate(Database db, Schema... schemas) {
        try (Connection connection = db.open()) {
            if (db.dialect() == Dialect.POSTGRESQL) {
                migrateOnPostgres(db, connection, schemas);
            } else {
                // an H2 file belongs to one process, so one at a time there is one at a time altogether
                synchronized (Schemas.class) {
                    migrateOnH2(db, connection, schemas);
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /**
     * Refuses a database whose tables are not those of this release: {@code schema.missing}, {@code schema.older} and
     * {@code schema.half-applied} (a step was cut off) are mended by {@link #migrate}, {@code schema.newer} is not. A database
     * that {@link #migrate} refuses for what it does with texts is refused here with the same code.
     */
    public static void require(Database db, Schema schema) {
        Version version;
        try (Connection connection = db.open();
                Statement statement = connection.createStatement()) {
            ExactText.require(db.dialect(), db.names(), statement);
            version = version(statement, db.names().in("@schema"), schema);
        } catch (SQLException e) {
            StorageFailure failure = SqlFailures.of(e);
            throw failure.code().equals("storage.schema-missing") ? refusal("schema.missing", schema, 0) : failure;
        }
        refuseNewer(version, schema);
        if (version.pending) {
            throw refusal("schema.half-applied", schema, version.number);
        }
        if (version.number < schema.version()) {
            throw refusal(version.number == 0 ? "schema.missing" : "schema.older", schema, version.number);
        }
    }

    private static void migrateOnPostgres(Database db, Connection connection, Schema... schemas) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            ExactText.require(Dialect.POSTGRESQL, db.names(), statement);
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (!db.names().schema().isEmpty()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + db.names().quotedSchema());
                statement.execute("SET LOCAL search_path TO " + db.names().quotedSchema());
            }
            apply(db, statement, schemas);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Each statement that changes tables is committed by itself, and does nothing where it was done. */
    private static void migrateOnH2(Database db, Connection connection, Schema... schemas) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        String before = connection.getSchema();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            ExactText.require(Dialect.H2, db.names(), statement);
            if (!db.names().schema().isEmpty()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + db.names().quotedSchema());
                connection.setSchema(db.names().schema());
            }
            apply(db, statement, schemas);
        } finally {
            connection.setSchema(before);
            connection.setAutoCommit(autoCommit);
        }
    }

    private static void apply(Database db, Statement statement, Schema... schemas) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS portal_schema (block VARCHAR(50) PRIMARY KEY,"
                + " version INTEGER NOT NULL, pending INTEGER)");
        for (Schema schema : schemas) {
            Version found = version(statement, "portal_schema", schema);
            refuseNewer(found, schema);
            for (int version = found.number + 1; version <= schema.version(); version++) {
                LOG.info("Schema of {}: version {}", schema.block(), version);
                for (String text : schema.statements(db.dialect(), version)) {
                    statement.execute(text);
                }
            }
        }
    }

    private static Version version(Statement statement, String table, Schema schema) throws SQLException {
        String query = "SELECT version, pending FROM " + table + " WHERE block = ?";
        try (PreparedStatement prepared = statement.getConnection().prepareStatement(query)) {
            prepared.setString(1, schema.block());
            try (ResultSet found = prepared.executeQuery()) {
                return found.next()
                        ? new Version(found.getInt("version"), found.getObject("pending") != null)
                        : new Version(0, false);
            }
        }
    }

    private static void refuseNewer(Version found, Schema schema) {
        if (found.number > schema.version()) {
            throw refusal("schema.newer", schema, found.number);
        }
    }

    private static StorageFailure refusal(String code, Schema schema, int found) {
        return new StorageFailure(
                code,
                false,
                new IllegalStateException("The tables of " + schema.block() + " have version " + found
                        + ", this release works with " + schema.version()
                        + (found < schema.version() ? "; Schemas.migrate brings them there" : "")));
    }

    private record Version(int number, boolean pending) {}
}
