// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long a cold process takes from its main to the answer of a portal's first call: a change, which is validated. */
final class StartTime {
    private static final int LIMIT_MILLIS = 300;

    private StartTime() {}

    /** Options: how many processes, 21 by default. */
    static void run(String[] options) throws IOException, InterruptedException {
        int processes = Integer.parseInt(Benchmarks.option(options, 0, "21"));
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            times.add(once());
        }
        Collections.sort(times);
        double median = times.get(processes / 2);
        double worst = times.get(processes - 1);
        System.out.printf(Locale.ROOT, "first call after main, of %d processes: %s ms%n", processes, times);
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"start\",\"unit\":\"ms\",\"median\":%.1f,\"max\":%.1f,\"limit\":%d,\"ratio\":%.2f}%n",
                median,
                worst,
                LIMIT_MILLIS,
                worst / LIMIT_MILLIS);
    }

    private static double once() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstCall.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The process ended with " + process.exitValue());
        }
        return Double.parseDouble(said.strip());
    }
}
