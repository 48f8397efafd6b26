// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The slowest hundredth of five operations, with 10,000 messages of 10,000 customers and with 1,000,000: of a hundred customers
 * who have sixty messages in both, and of one who has sixty in the one and a tenth of all in the other.
 */
final class Flatness {
    private Flatness() {}

    /** Options: {@code h2} or {@code postgresql}, how many messages at last, and how many calls of each operation. */
    static void run(String[] options) throws SQLException {
        String engine = Benchmarks.option(options, 0, "postgresql");
        int most = Integer.parseInt(Benchmarks.option(options, 1, "1000000"));
        int calls = Integer.parseInt(Benchmarks.option(options, 2, "3000"));
        Map<String, Double> few = new LinkedHashMap<>();
        Map<String, Double> many = new LinkedHashMap<>();
        try (Engine database = Engine.named(engine)) {
            FilledInbox inbox = new FilledInbox(database);
            try (inbox) {
                inbox.fill(10_000);
                measure(inbox, few, calls);
                inbox.fill(most);
                measure(inbox, many, calls);
                generic(database);
            }
        }
        System.out.printf(Locale.ROOT, "%n%-28s %12s %12s %8s%n", "p99 in µs on " + engine, "10000", most, "ratio");
        StringBuilder ratios = new StringBuilder();
        few.forEach((what, before) -> {
            double after = Objects.requireNonNull(many.get(what));
            System.out.printf(Locale.ROOT, "%-28s %12.0f %12.0f %8.2f%n", what, before, after, after / before);
            ratios.append(String.format(Locale.ROOT, ",\"%s\":%.2f", what, after / before));
        });
        System.out.println("{\"benchmark\":\"flat\",\"on\":\"" + engine + "\",\"messages\":" + most + ratios + "}");
    }

    private static void measure(FilledInbox inbox, Map<String, Double> into, int calls) {
        for (boolean warm : new boolean[] {false, true}) {
            for (String operation : FilledInbox.OPERATIONS) {
                for (boolean large : new boolean[] {false, true}) {
                    double p99 = inbox.p99(operation, large, calls);
                    if (warm) {
                        into.put(operation + (large ? " of the largest" : ""), p99);
                    }
                }
            }
        }
    }

    /** Says how many statements have come to run under a plan for all, on the connections of the pool. */
    private static void generic(Engine database) throws SQLException {
        if (!database.isPostgres()) {
            return;
        }
        for (String sql : List.of(
                "SHOW plan_cache_mode",
                "SELECT COUNT(*) || ' statements of a connection, ' || COUNT(*) FILTER (WHERE generic_plans > 0)"
                        + " || ' under a generic plan' FROM pg_prepared_statements")) {
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet said = statement.executeQuery(sql)) {
                said.next();
                System.out.println(said.getString(1));
            }
        }
    }
}
