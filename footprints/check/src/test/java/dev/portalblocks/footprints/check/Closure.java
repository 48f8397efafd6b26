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
 * our own without version; then a line with the megabytes of others' jars and one with those of ours.
 */
record Closure(List<String> jars, double others, double ours) {
    /** What others' jars may be off: the list rounds to a tenth. */
    static final double TOLERANCE = 0.1;
    /** What ours may be off: they change with each commit, by code and by compiler; a doubling is what matters. */
    static final double OUR_TOLERANCE = 0.5;

    private static final String OTHERS = " MB of others";
    private static final String OURS = " MB of ours";

    static Closure in(Path folder, String ourVersion) throws IOException {
        List<String> jars = new ArrayList<>();
        long others = 0;
        long ours = 0;
        String ourEnd = "-" + ourVersion + ".jar";
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("portal-") && name.endsWith(ourEnd)) {
                    jars.add(name.replace(ourEnd, ".jar"));
                    ours += Files.size(file);
                } else {
                    jars.add(name);
                    others += Files.size(file);
                }
            }
        }
        return new Closure(jars.stream().sorted().toList(), others / 1_000_000.0, ours / 1_000_000.0);
    }

    static Closure parse(List<String> lines) {
        List<String> jars = lines.stream().filter(line -> line.endsWith(".jar")).toList();
        return new Closure(jars, megabytes(lines, OTHERS), megabytes(lines, OURS));
    }

    List<String> lines() {
        return Stream.concat(jars.stream(), Stream.of(line(others, OTHERS), line(ours, OURS)))
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
        compare(listed.others(), others, TOLERANCE, OTHERS, differences);
        compare(listed.ours(), ours, Math.max(listed.ours() * OUR_TOLERANCE, TOLERANCE), OURS, differences);
        return differences;
    }

    private static void compare(double listed, double now, double tolerance, String unit, List<String> differences) {
        // Half a tenth more, as the list is rounded.
        if (Math.abs(now - listed) > tolerance + 0.05) {
            differences.add("- " + line(listed, unit));
            differences.add("+ " + line(now, unit));
        }
    }

    private static double megabytes(List<String> lines, String unit) {
        String size =
                lines.stream().filter(line -> line.endsWith(unit)).findFirst().orElseThrow();
        return Double.parseDouble(size.replace(unit, ""));
    }

    private static String line(double megabytes, String unit) {
        return String.format(Locale.ROOT, "%.1f%s", megabytes, unit);
    }
}
