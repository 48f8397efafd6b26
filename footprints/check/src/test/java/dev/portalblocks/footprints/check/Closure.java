// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The jars that an application carries and the megabytes (10⁶ bytes) they take. As a list: a line for each jar, sorted,
 * our own without version; then a line with the megabytes.
 */
record Closure(List<String> jars, double megabytes) {
    /** What the jars' size may be off before it counts: our own change a little with each commit. */
    static final double TOLERANCE = 0.1;

    private static final String UNIT = " MB";

    static Closure in(Path folder, String ourVersion) throws IOException {
        List<String> jars = new ArrayList<>();
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                jars.add(file.getFileName()
                        .toString()
                        .replaceFirst("^(portal-.*)-\\Q" + ourVersion + "\\E\\.jar$", "$1.jar"));
                bytes += Files.size(file);
            }
        }
        return new Closure(jars.stream().sorted().toList(), bytes / 1_000_000.0);
    }

    static Closure parse(List<String> lines) {
        List<String> jars = lines.stream().filter(line -> line.endsWith(".jar")).toList();
        String size =
                lines.stream().filter(line -> line.endsWith(UNIT)).findFirst().orElseThrow();
        return new Closure(jars, Double.parseDouble(size.replace(UNIT, "")));
    }

    List<String> lines() {
        return Stream.concat(jars.stream(), Stream.of(String.format(Locale.ROOT, "%.1f%s", megabytes, UNIT)))
                .toList();
    }

    /** Returns what differs from the list, as lines that begin with + or -; none when all is well. */
    List<String> differencesFrom(Closure listed) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(listed.jars());
        all.addAll(jars);
        for (String jar : all) {
            if (!listed.jars().contains(jar)) {
                differences.add("+ " + jar);
            } else if (!jars.contains(jar)) {
                differences.add("- " + jar);
            }
        }
        if (Math.abs(megabytes - listed.megabytes()) > TOLERANCE + 0.05) {
            differences.add(String.format(Locale.ROOT, "- %.1f%s", listed.megabytes(), UNIT));
            differences.add(String.format(Locale.ROOT, "+ %.1f%s", megabytes, UNIT));
        }
        return differences;
    }
}
