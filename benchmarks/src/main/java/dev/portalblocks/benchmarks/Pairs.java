// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.benchmarks.DatabaseBenchmark.Arrival;
import dev.portalblocks.benchmarks.DatabaseBenchmark.Customer;
import dev.portalblocks.benchmarks.DatabaseBenchmark.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The five operations of {@link DatabaseBenchmark}, ours and by hand in turn, a fifth of a second each, in one process: a disk
 * or a machine that is slow for a while is slow for both. The ratio is the median of the turns'.
 */
final class Pairs implements AutoCloseable {
    private static final long TURN_NANOS = 200_000_000;
    private static final String ROW = "%-10s %8s %8s %8s %10s %10s%n";

    private final DatabaseBenchmark calls = new DatabaseBenchmark();
    private final Running running = new Running();
    private final List<Customer> customers = new ArrayList<>();
    private final int warming;
    private final int counted;

    private Pairs(String engine, int threads, int warming, int counted) {
        this.warming = warming;
        this.counted = counted;
        running.engine = engine;
        running.start();
        for (int i = 0; i < threads; i++) {
            Customer customer = new Customer();
            customer.begin(running);
            customers.add(customer);
        }
    }

    /** One call of one thread, and what comes before it untimed. */
    private interface Call {
        long nanos(Customer customer) throws Exception;
    }

    /** What is called for a customer. */
    private interface Work {
        Object of(Customer customer) throws Exception;
    }

    /** What is called for a customer to whom something has just arrived. */
    private interface WorkOnArrival {
        Object of(Customer customer, Arrival arrival) throws Exception;
    }

    /** Options: {@code h2} or {@code postgresql}, how many threads (1), how many turns to warm up (100) and to count (60). */
    static void run(String[] options) throws Exception {
        String engine = Benchmarks.option(options, 0, "postgresql");
        int threads = Integer.parseInt(Benchmarks.option(options, 1, "1"));
        int warming = Integer.parseInt(Benchmarks.option(options, 2, "100"));
        int counted = Integer.parseInt(Benchmarks.option(options, 3, "60"));
        try (Pairs pairs = new Pairs(engine, threads, warming, counted)) {
            pairs.measureAll();
        }
    }

    private void measureAll() throws Exception {
        System.out.printf(
                Locale.ROOT, ROW, running.engine, "ratio", "1st qu.", "3rd qu.", "ours \u00B5s", "plain \u00B5s");
        measure("change", timed(c -> calls.change(running, c)), timed(c -> calls.plainChange(running, c)));
        measure("send", timed(c -> calls.send(running, c)), timed(c -> calls.plainSend(running, c)));
        measure("newest", timed(c -> calls.newest(running, c)), timed(c -> calls.plainNewest(running, c)));
        measure("unread", timed(c -> calls.unread(running, c)), timed(c -> calls.plainUnread(running, c)));
        measure(
                "markRead",
                timedOnArrival((c, arrival) -> calls.markRead(running, c, arrival)),
                timedOnArrival((c, arrival) -> calls.plainMarkRead(running, c, arrival)));
    }

    private static Call timed(Work work) {
        return customer -> {
            long start = System.nanoTime();
            work.of(customer);
            return System.nanoTime() - start;
        };
    }

    private Call timedOnArrival(WorkOnArrival work) {
        return customer -> {
            Arrival arrival = new Arrival();
            arrival.arrive(running, customer);
            return timed(each -> work.of(each, arrival)).nanos(customer);
        };
    }

    private void measure(String operation, Call ours, Call plain) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> mine = new ArrayList<>();
        List<Double> byHand = new ArrayList<>();
        for (int turn = 0; turn < warming + counted; turn++) {
            boolean first = turn % 2 == 0; // neither is always the one that follows the other
            double one = turn(first ? ours : plain);
            double other = turn(first ? plain : ours);
            if (turn >= warming) {
                mine.add(first ? one : other);
                byHand.add(first ? other : one);
                ratios.add(first ? other / one : one / other);
            }
        }
        print(operation, ratios, mine, byHand);
    }

    private void print(String operation, List<Double> ratios, List<Double> mine, List<Double> byHand) {
        System.out.printf(
                Locale.ROOT,
                ROW,
                operation,
                Quartiles.rounded(Quartiles.at(ratios, 2)),
                Quartiles.rounded(Quartiles.at(ratios, 1)),
                Quartiles.rounded(Quartiles.at(ratios, 3)),
                Quartiles.rounded(Quartiles.at(mine, 2) / 1_000),
                Quartiles.rounded(Quartiles.at(byHand, 2) / 1_000));
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"pairs\",\"on\":\"%s\",\"threads\":%d,\"operation\":\"%s\",\"ratio\":%.2f,\"limit\":0.8}%n",
                running.engine,
                customers.size(),
                operation,
                Quartiles.at(ratios, 2));
    }

    @Override
    public void close() {
        running.end();
    }

    /** Returns how many nanoseconds a call took, on average over all threads' calls of a turn. */
    private double turn(Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(customers.size());
        try {
            List<Future<long[]>> done = new ArrayList<>();
            for (Customer customer : customers) {
                done.add(threads.submit(() -> turnOfOne(call, customer)));
            }
            long nanos = 0;
            long count = 0;
            for (Future<long[]> one : done) {
                nanos += one.get()[0];
                count += one.get()[1];
            }
            return (double) nanos / count;
        } finally {
            threads.shutdown();
        }
    }

    private static long[] turnOfOne(Call call, Customer customer) throws Exception {
        long nanos = 0;
        long count = 0;
        while (nanos < TURN_NANOS) {
            nanos += call.nanos(customer);
            count++;
        }
        return new long[] {nanos, count};
    }
}
