// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.tx.jdbc.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of PostgreSQL behind one connection, whose statements are prepared on the server at their first run. It tells
 * how much each query reads under the plan that is for whoever asks.
 */
final class GenericPlans implements AutoCloseable {
    private final HikariDataSource pool;
    private final AskedQueries asked;
    private final Database db;

    GenericPlans() {
        PGSimpleDataSource server = (PGSimpleDataSource) Databases.POSTGRESQL.bare();
        server.setPrepareThreshold(1);
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(1);
        pool = new HikariDataSource(config);
        asked = new AskedQueries(pool);
        db = Databases.on(asked);
    }

    /** Returns the database, with all tables. */
    Database db() {
        return db;
    }

    /** Forgets what was asked so far. */
    void forget() {
        asked.takeAll();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Explains what was asked since the last call under the plan for all, and returns how many rows each query has read. */
    Map<String, Long> explained() throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            for (AskedQueries.Query query : asked.takeAll()) {
                statement.execute(query.preparing("explained"));
                try (ResultSet plan =
                        statement.executeQuery("EXPLAIN (ANALYZE, FORMAT JSON) " + query.executing("explained"))) {
                    plan.next();
                    rows.put(query.text(), touched(new ObjectMapper().readTree(plan.getString(1))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                statement.execute("DEALLOCATE explained");
            }
            statement.execute("RESET plan_cache_mode");
        }
        return rows;
    }

    /** Returns how many rows the plan's scans have looked at. */
    private static long touched(JsonNode plan) {
        long rows = 0;
        for (JsonNode node : plan.findParents("Node Type")) {
            if (node.get("Node Type").asText().contains("Scan")) {
                rows += node.get("Actual Loops").asLong()
                        * (Math.round(node.get("Actual Rows").asDouble())
                                + node.path("Rows Removed by Filter").asLong()
                                + node.path("Rows Removed by Index Recheck").asLong());
            }
        }
        return rows;
    }

    /** Returns how many statements run under such a plan by themselves. */
    long preparedForGood() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM pg_prepared_statements WHERE generic_plans > 0")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Returns a statement that copies a table's rows with other values in some columns. */
    String copy(String table, String times, Map<String, String> others) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                ResultSet found = connection.getMetaData().getColumns(null, "public", table, "%")) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        List<String> values = columns.stream()
                .map(column -> others.getOrDefault(column, "t." + column))
                .toList();
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                + " FROM " + table + " t" + times;
    }

    /** Runs a statement. */
    void run(String text) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
