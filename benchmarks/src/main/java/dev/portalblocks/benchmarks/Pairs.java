// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.benchmarks.DatabaseBenchmark.Arrival;
import dev.portalblocks.benchmarks.DatabaseBenchmark.Customer;
import dev.portalblocks.benchmarks.DatabaseBenchmark.Running;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The five operations of {@link DatabaseBenchmark}, ours and by hand in turn, a fifth of a second each, in one process: a disk
 * or a machine that is slow for a while is slow for both. The ratio is the median of the turns'.
 */
final class Pairs {
    private static final long TURN_NANOS = 200_000_000;

    private final DatabaseBenchmark calls = new DatabaseBenchmark();
    private final Running running;
    private final List<Customer> customers = new ArrayList<>();

    private Pairs(String engine, int threads) {
        running = new Running();
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

    /** Options: {@code h2} or {@code postgresql}, how many threads (1), how many turns to warm up (100) and to count (60). */
    static void run(String[] options) throws Exception {
        String engine = Benchmarks.option(options, 0, "postgresql");
        int threads = Integer.parseInt(Benchmarks.option(options, 1, "1"));
        int warming = Integer.parseInt(Benchmarks.option(options, 2, "100"));
        int counted = Integer.parseInt(Benchmarks.option(options, 3, "60"));
        Pairs pairs = new Pairs(engine, threads);
        DatabaseBenchmark calls = pairs.calls;
        Running running = pairs.running;
        System.out.printf(
                Locale.ROOT,
                "%-10s %-10s %8s %8s %8s %10s %10s%n",
                "operation",
                engine,
                "ratio",
                "quarter",
                "three",
                "ours µs",
                "plain µs");
        pairs.measure(
                "change",
                c -> timed(() -> calls.change(running, c)),
                c -> timed(() -> calls.plainChange(running, c)),
                warming,
                counted);
        pairs.measure(
                "send",
                c -> timed(() -> calls.send(running, c)),
                c -> timed(() -> calls.plainSend(running, c)),
                warming,
                counted);
        pairs.measure(
                "newest",
                c -> timed(() -> calls.newest(running, c)),
                c -> timed(() -> calls.plainNewest(running, c)),
                warming,
                counted);
        pairs.measure(
                "unread",
                c -> timed(() -> calls.unread(running, c)),
                c -> timed(() -> calls.plainUnread(running, c)),
                warming,
                counted);
        pairs.measure(
                "markRead",
                c -> {
                    Arrival arrival = pairs.arrival(c);
                    return timed(() -> calls.markRead(running, c, arrival));
                },
                c -> {
                    Arrival arrival = pairs.arrival(c);
                    return timed(() -> calls.plainMarkRead(running, c, arrival));
                },
                warming,
                counted);
        running.end();
    }

    private Arrival arrival(Customer customer) throws Exception {
        Arrival arrival = new Arrival();
        arrival.arrive(running, customer);
        return arrival;
    }

    private static long timed(Callable<?> call) throws Exception {
        long start = System.nanoTime();
        call.call();
        return System.nanoTime() - start;
    }

    private void measure(String operation, Call ours, Call plain, int warming, int counted) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> micros = new ArrayList<>();
        List<Double> byHand = new ArrayList<>();
        for (int turn = 0; turn < warming + counted; turn++) {
            boolean first = turn % 2 == 0; // neither is always the one that follows the other
            double one = turn(first ? ours : plain);
            double other = turn(first ? plain : ours);
            if (turn >= warming) {
                double mine = first ? one : other;
                double theirs = first ? other : one;
                ratios.add(theirs / mine);
                micros.add(mine / 1_000);
                byHand.add(theirs / 1_000);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-10s %-10s %8.2f %8.2f %8.2f %10.1f %10.1f%n",
                operation,
                running.engine,
                at(ratios, 2),
                at(ratios, 1),
                at(ratios, 3),
                at(micros, 2),
                at(byHand, 2));
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"pairs\",\"on\":\"%s\",\"threads\":%d,\"operation\":\"%s\",\"ratio\":%.2f,\"limit\":0.8}%n",
                running.engine,
                customers.size(),
                operation,
                at(ratios, 2));
    }

    private static double at(List<Double> values, int quarter) {
        Collections.sort(values);
        return values.get(values.size() * quarter / 4);
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
