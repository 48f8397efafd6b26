// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs one benchmark beside its reference and prints a table, then one line of JSON with the ratio. */
public final class Comparison {
    /** The benchmarks by name: what is measured, and beside what. */
    private static final Map<String, Pair> PAIRS =
            Map.of("send", new Pair(SendBenchmark.class, "send", "bareMapUpdate"));

    private Comparison() {}

    /** Runs the benchmark of this name; what follows the name goes to JMH. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Pair pair = args.length == 0 ? null : PAIRS.get(args[0]);
        if (pair == null) {
            System.err.println("Which benchmark? One of " + PAIRS.keySet());
            System.exit(2);
            return;
        }
        String[] options = new String[args.length - 1];
        System.arraycopy(args, 1, options, 0, options.length);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(options))
                        .include("^" + pair.type().getName().replace(".", "\\.") + "\\.")
                        .build())
                .run();
        report(args[0], score(results, pair.measured()), score(results, pair.reference()), pair);
    }

    private static void report(String name, Result<?> measured, Result<?> reference, Pair pair) {
        System.out.printf(Locale.ROOT, "%n%-20s %14s %14s%n", name, "score", "error");
        row(pair.measured(), measured);
        row(pair.reference(), reference);
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"%s\",\"unit\":\"%s\",\"%s\":%.4f,\"%s\":%.4f,\"ratio\":%.2f}%n",
                name,
                measured.getScoreUnit(),
                pair.measured(),
                measured.getScore(),
                pair.reference(),
                reference.getScore(),
                measured.getScore() / reference.getScore());
    }

    private static void row(String name, Result<?> result) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %14.4f %14.4f %s%n",
                name,
                result.getScore(),
                result.getScoreError(),
                result.getScoreUnit());
    }

    private static Result<?> score(Collection<RunResult> results, String method) {
        return results.stream()
                .map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH did not run " + method));
    }

    /**
     * What is measured beside what.
     *
     * @param type the class with both
     * @param measured the method of ours
     * @param reference the method to compare it with
     */
    private record Pair(Class<?> type, String measured, String reference) {}
}
