// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The slowest hundredth of five operations, with 10,000 messages of 10,000 customers and with 1,000,000: of a hundred customers
 * who have sixty messages in both, and of one who has a tenth of all in the other. What is sent to that one goes to a customer
 * with sixty messages in the first, another one in each turn, as the same one would soon have many, too. Each inbox has a
 * database of its own; turns on the one and on the other alternate in one process, so that a disk that is slow for a while is
 * slow for both, and the ratio is the median of the turns'.
 */
final class Flatness implements AutoCloseable {
    private static final int FEW = 10_000;
    private static final String ROW = "%-28s %12s %12s %8s %8s %8s%n";

    private final int calls;
    private final int turns;
    private final Engine oneDatabase;
    private final Engine otherDatabase;
    private final FilledInbox few;
    private final FilledInbox many;
    private final StringBuilder found = new StringBuilder();

    private Flatness(String engine, int most, int calls, int turns) throws SQLException {
        this.calls = calls;
        this.turns = turns;
        oneDatabase = Engine.named(engine);
        otherDatabase = Engine.named(engine);
        few = new FilledInbox(oneDatabase);
        many = new FilledInbox(otherDatabase);
        many.fill(most);
        few.fill(FEW);
    }

    /**
     * Options: {@code h2} or {@code postgresql}, how many messages, how many calls make a turn, and how many turns count, thirty at
     * most.
     */
    static void run(String[] options) throws SQLException {
        String engine = Benchmarks.option(options, 0, "postgresql");
        int most = Integer.parseInt(Benchmarks.option(options, 1, "1000000"));
        int calls = Integer.parseInt(Benchmarks.option(options, 2, "500"));
        int turns = Math.min(30, Integer.parseInt(Benchmarks.option(options, 3, "20")));
        try (Flatness flatness = new Flatness(engine, most, calls, turns)) {
            System.out.printf(Locale.ROOT, ROW, "p99 in µs on " + engine, FEW, most, "ratio", "1st qu.", "3rd qu.");
            for (String operation : FilledInbox.OPERATIONS) {
                flatness.measure(operation, false);
                flatness.measure(operation, true);
            }
            flatness.generic();
            System.out.println(
                    "{\"benchmark\":\"flat\",\"on\":\"" + engine + "\",\"limit\":1.5" + flatness.found + "}");
        }
    }

    private void measure(String operation, boolean largest) {
        List<Double> ratios = new ArrayList<>();
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        for (int turn = -turns; turn < turns; turn++) { // as many to warm up
            boolean first = turn % 2 == 0;
            double one = p99(first ? few : many, operation, largest, turn);
            double other = p99(first ? many : few, operation, largest, turn);
            double small = first ? one : other;
            double large = first ? other : one;
            if (turn >= 0) {
                ofFew.add(small);
                ofMany.add(large);
                ratios.add(large / small);
            }
        }
        String what = operation + (largest ? " of the largest" : "");
        System.out.printf(
                Locale.ROOT,
                ROW,
                what,
                Math.round(Quartiles.at(ofFew, 2)),
                Math.round(Quartiles.at(ofMany, 2)),
                Quartiles.rounded(Quartiles.at(ratios, 2)),
                Quartiles.rounded(Quartiles.at(ratios, 1)),
                Quartiles.rounded(Quartiles.at(ratios, 3)));
        found.append(String.format(Locale.ROOT, ",\"%s\":%.2f", what, Quartiles.at(ratios, 2)));
    }

    private double p99(FilledInbox inbox, String operation, boolean largest, int turn) {
        int customer = inbox == few ? FilledInbox.LARGEST + turns + turn : FilledInbox.LARGEST;
        return largest ? inbox.p99(operation, customer, 1, calls) : inbox.p99(operation, 0, FilledInbox.LARGEST, calls);
    }

    /** Says how many statements have come to run under a plan for all, on the connections of the pool. */
    private void generic() throws SQLException {
        if (!otherDatabase.isPostgres()) {
            return;
        }
        for (String sql : List.of(
                "SHOW plan_cache_mode",
                "SELECT COUNT(*) || ' statements of a connection, ' || COUNT(*) FILTER (WHERE generic_plans > 0)"
                        + " || ' under a generic plan' FROM pg_prepared_statements")) {
            try (Connection connection = otherDatabase.source().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet said = statement.executeQuery(sql)) {
                said.next();
                System.out.println(said.getString(1));
            }
        }
    }

    @Override
    public void close() {
        few.close();
        many.close();
        oneDatabase.close();
        otherDatabase.close();
    }
}
