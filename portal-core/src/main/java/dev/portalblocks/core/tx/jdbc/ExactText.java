// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Refuses a database that does not keep texts as they are, or does not tell them apart: numbers of customers that differ in
 * nothing but case are two customers, and one of them must not find the other's rows.
 */
final class ExactText {
    private static final String COLLATION = "schema.collation";
    private static final String MODE = "schema.mode";
    /** The class of SQLSTATEs of syntax errors and unknown names. */
    private static final String NOT_UNDERSTOOD = "42";
    /** H2's own, for its information_schema where names are not turned into upper case. */
    private static final String NO_SUCH_SCHEMA = "90079";
    /** Settings of the whole database; the second counts for tables that are made while it is on. */
    private static final String SETTINGS = "SELECT setting_name FROM information_schema.settings"
            + " WHERE setting_name = 'COLLATION' AND setting_value <> 'OFF'"
            + " OR setting_name = 'IGNORECASE' AND setting_value <> '0'";
    /** Made while it was on, where our tables are. */
    private static final String COLUMNS = "SELECT table_name FROM information_schema.columns"
            + " WHERE LOWER(table_name) LIKE 'portal!_%' ESCAPE '!' AND data_type = 'VARCHAR_IGNORECASE'"
            + " AND table_schema = ";
    /** As Oracle has it; cursors begin with an empty text, behind which every other one stands. */
    private static final String NO_EMPTY_TEXT = "SELECT 'an empty text that is null' WHERE '' IS NULL";

    private static final String NO_UTF_8 =
            "SELECT current_setting('server_encoding') WHERE current_setting('server_encoding') <> 'UTF8'";

    private ExactText() {}

    static void require(Dialect dialect, Names names, Statement statement) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            refuse("schema.encoding", statement, NO_UTF_8);
            return;
        }
        try {
            refuse(COLLATION, statement, SETTINGS);
            refuse(COLLATION, statement, COLUMNS + ours(names));
            refuse(MODE, statement, NO_EMPTY_TEXT);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(NOT_UNDERSTOOD) || state.equals(NO_SUCH_SCHEMA)) {
                throw new StorageFailure(MODE, false, e); // its names or its SQL are not those of a regular one
            }
            throw e;
        }
    }

    /** Names take nothing but plain identifiers. */
    private static String ours(Names names) {
        return names.schema().isEmpty() ? "SCHEMA()" : "'" + names.schema() + "'";
    }

    private static void refuse(String code, Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            if (found.next()) {
                throw new StorageFailure(code, false, new IllegalStateException("Because of " + found.getString(1)));
            }
        }
    }
}
