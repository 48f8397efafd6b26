// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long a cold process takes from its main to the answer of a portal's first call: a read, and for itself a change, which
 * starts the validation of commands and the JSON of events as well.
 */
final class StartTime {
    private static final int LIMIT_MILLIS = 300;
    private static final Pattern NEEDED =
            Pattern.compile("portal-core|benchmarks|slf4j|jackson|validat|jboss-logging|classmate");

    private StartTime() {}

    /** Options: how many processes of each, 21 by default. */
    static void run(String[] options) throws IOException, InterruptedException {
        int processes = Integer.parseInt(Benchmarks.option(options, 0, "21"));
        List<Double> reads = new ArrayList<>();
        List<Double> changes = new ArrayList<>();
        for (int i = 0; i < processes; i++) { // in turn, so that both see the same machine
            reads.add(once("read"));
            changes.add(once("change"));
        }
        print("read", reads);
        print("change", changes);
    }

    private static void print(String call, List<Double> times) {
        Collections.sort(times);
        double median = times.get(times.size() / 2);
        System.out.printf(Locale.ROOT, "first %s after main, of %d processes: %s ms%n", call, times.size(), times);
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"start\",\"call\":\"%s\",\"unit\":\"ms\",\"median\":%.1f,\"max\":%.1f,"
                        + "\"limit\":%d,\"ratio\":%.2f}%n",
                call,
                median,
                times.get(times.size() - 1),
                LIMIT_MILLIS,
                median / LIMIT_MILLIS);
    }

    private static double once(String call) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        neededOfClassPath(),
                        FirstCall.class.getName(),
                        call)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The process ended with " + process.exitValue());
        }
        return Double.parseDouble(said.strip());
    }

    /** The class path of an application with a portal on memory; the databases' and JMH's jars are not a portal's cost. */
    private static String neededOfClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NEEDED.matcher(Path.of(entry).toString()).find())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
