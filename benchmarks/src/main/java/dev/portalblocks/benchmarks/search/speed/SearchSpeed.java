// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast the search is on generated articles, beside Lucene alone, each size in a process of its own with 256 MiB of heap and the
 * index on disk. See {@code docs/benchmarks.md} for what is compared with what.
 */
public final class SearchSpeed {
    private static final String ALL = "rebuild,form,default,suggest,long,visible";
    private static final String HEAP = "-Xmx256m";

    private SearchSpeed() {}

    /**
     * Options: {@code --articles} (1000,10000,100000), {@code --seed} (1), {@code --turns} (60), {@code --parts}, {@code --folder}
     * (kept for the next run; {@code target/search-speed} by default), {@code --plots} (a folder for them; none by default).
     */
    public static void run(String[] options) throws Exception {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i + 1 < options.length; i += 2) {
            named.put(options[i], options[i + 1]);
        }
        Path folder = Path.of(named.getOrDefault("--folder", "target/search-speed"));
        long seed = Long.parseLong(named.getOrDefault("--seed", "1"));
        int turns = Integer.parseInt(named.getOrDefault("--turns", "60"));
        String parts = named.getOrDefault("--parts", ALL);
        if (named.containsKey("--one")) {
            int count = Integer.parseInt(named.getOrDefault("--one", ""));
            new SpeedRun(folder, seed, count, turns).measure(List.of(parts.split(",", -1)));
            return;
        }
        System.out.println("seed " + seed);
        List<String> lines = new ArrayList<>();
        for (String count :
                named.getOrDefault("--articles", "1000,10000,100000").split(",", -1)) {
            Path own = folder.resolve(count + "-" + seed);
            Files.createDirectories(own);
            lines.add(run(List.of(
                    "--one",
                    count,
                    "--seed",
                    "" + seed,
                    "--turns",
                    "" + turns,
                    "--parts",
                    parts,
                    "--folder",
                    "" + own)));
        }
        if (named.containsKey("--plots")) {
            Plots.write(lines, Path.of(named.getOrDefault("--plots", "")));
        }
        System.out.println("[" + String.join(",", lines) + "]");
    }

    private static String run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "";
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
                if (!line.startsWith("{")) {
                    System.out.println(line);
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The measurement failed");
        }
        return last;
    }

    /** The process of one size. */
    static final class Child {
        private Child() {}

        public static void main(String[] options) throws Exception {
            run(options);
        }
    }
}
