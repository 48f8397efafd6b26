// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process of these tests that has ended.
 *
 * @param status how it ended
 * @param lines what it printed
 */
public record ChildProcess(int status, List<String> lines) {
    /** Runs a class with this much heap, in megabytes. */
    public static ChildProcess run(Class<?> main, int heap, String... arguments)
            throws IOException, InterruptedException {
        return run(main.getName(), heap, arguments);
    }

    /** Runs the class of this name. */
    public static ChildProcess run(String main, int heap, String... arguments)
            throws IOException, InterruptedException {
        return run(main, heap, List.of(), arguments);
    }

    /** Runs it with these options of the machine. */
    public static ChildProcess run(String main, int heap, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("child", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main);
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int status = process.waitFor();
            return new ChildProcess(status, Files.readAllLines(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** Returns what follows these words in the last line that begins with them. */
    public Optional<String> said(String words) {
        return lines.stream()
                .filter(line -> line.startsWith(words))
                .map(line -> line.substring(words.length()))
                .reduce((first, last) -> last);
    }
}
