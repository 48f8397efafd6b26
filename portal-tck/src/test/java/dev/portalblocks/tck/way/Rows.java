// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * All that a database holds at a moment, but for tenants' keys, which are made on first use.
 *
 * @param tables the rows of each table as texts, in no order that means anything
 */
record Rows(Map<String, List<String>> tables) {
    static Rows in(DataSource source) {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            for (String table : names(connection)) {
                List<String> rows = new ArrayList<>();
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        rows.add(row(found, columns));
                    }
                }
                rows.sort(null);
                tables.put(table.toLowerCase(Locale.ROOT), rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Rows(tables);
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.equalsIgnoreCase("portal_tenant_key") && !name.equalsIgnoreCase("portal_schema")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static String row(ResultSet found, int columns) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            Object value = found.getObject(column);
            row.append(text(value)).append('|');
        }
        return row.toString();
    }

    private static String text(@Nullable Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        if (value instanceof Blob blob) {
            return Arrays.toString(blob.getBytes(1, (int) blob.length()));
        }
        return value instanceof Array array ? Arrays.toString((Object[]) array.getArray()) : String.valueOf(value);
    }

    /** Returns by how many rows each table has grown since; nothing of those that have not. */
    Map<String, Integer> growthSince(Rows earlier) {
        Map<String, Integer> growth = new TreeMap<>();
        tables.forEach((name, rows) -> growth.put(
                name, rows.size() - earlier.tables.getOrDefault(name, List.of()).size()));
        growth.values().removeIf(rows -> rows == 0);
        return growth;
    }

    /** Returns how many rows of each table are other ones than before. */
    Map<String, Integer> changedSince(Rows earlier) {
        Map<String, Integer> changed = new TreeMap<>();
        tables.forEach((name, rows) -> {
            List<String> more = new ArrayList<>(rows);
            earlier.tables.getOrDefault(name, List.of()).forEach(more::remove);
            if (!more.isEmpty()) {
                changed.put(name, more.size());
            }
        });
        return changed;
    }
}
