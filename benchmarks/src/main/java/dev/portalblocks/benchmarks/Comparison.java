// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs a benchmark beside its reference and prints a table, then a line of JSON with the ratio for each pair and each value of
 * its parameters.
 */
public final class Comparison {
    /** The benchmarks by name: what is measured, and beside what. */
    private static final Map<String, List<Pair>> PAIRS = Map.of(
            "profile",
            List.of(
                    new Pair(ProfileBenchmark.class, "oneNode", "bareCache"),
                    new Pair(ProfileBenchmark.class, "severalNodes", "versionQuery")),
            "articles",
            List.of(
                    new Pair(ArticleBenchmark.class, "oneNode", "bareCache"),
                    new Pair(ArticleBenchmark.class, "severalNodes", "versionQuery"),
                    new Pair(ArticleBenchmark.class, "uncached", "byHand")),
            "send",
            List.of(new Pair(SendBenchmark.class, "send", "bareMapUpdate")),
            "database",
            List.of(
                    new Pair(DatabaseBenchmark.class, "change", "plainChange"),
                    new Pair(DatabaseBenchmark.class, "send", "plainSend"),
                    new Pair(DatabaseBenchmark.class, "newest", "plainNewest"),
                    new Pair(DatabaseBenchmark.class, "unread", "plainUnread"),
                    new Pair(DatabaseBenchmark.class, "markRead", "plainMarkRead")));

    private Comparison() {}

    /** Runs the benchmark of this name; what follows the name goes to JMH. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        List<Pair> pairs = args.length == 0 ? List.of() : PAIRS.getOrDefault(args[0], List.of());
        if (pairs.isEmpty()) {
            System.err.println("Which benchmark? One of " + PAIRS.keySet());
            System.exit(2);
            return;
        }
        String[] options = new String[args.length - 1];
        System.arraycopy(args, 1, options, 0, options.length);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(options))
                        .include("^" + pairs.get(0).type().getName().replace(".", "\\.") + "\\.")
                        .build())
                .run();
        for (Pair pair : pairs) {
            results.stream()
                    .filter(result -> result.getPrimaryResult().getLabel().equals(pair.measured()))
                    .forEach(measured -> report(args[0], measured, reference(results, measured, pair), pair));
        }
    }

    private static void report(String name, RunResult ours, RunResult theirs, Pair pair) {
        Result<?> measured = ours.getPrimaryResult();
        Result<?> reference = theirs.getPrimaryResult();
        String on = parameters(ours);
        System.out.printf(Locale.ROOT, "%n%-20s %14s %14s%n", name + " " + on, "score", "error");
        row(pair.measured(), measured);
        row(pair.reference(), reference);
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"%s\",\"on\":\"%s\",\"threads\":%d,\"unit\":\"%s\",\"%s\":%.4f,\"%s\":%.4f,\"ratio\":%.2f}%n",
                name,
                on,
                ours.getParams().getThreads(),
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

    private static RunResult reference(Collection<RunResult> results, RunResult measured, Pair pair) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(pair.reference()))
                .filter(result -> parameters(result).equals(parameters(measured)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH did not run " + pair.reference()));
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .map(key -> result.getParams().getParam(key))
                .collect(Collectors.joining(" "));
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
