// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An example, copied to where nothing else of ours is. */
final class ExampleCopy {
    private static final Path EXAMPLES = Path.of("../examples");

    private ExampleCopy() {}

    /** Returns Maven for the copy of an example, with the artifacts that these classes come from. */
    static MavenRun of(String example, Path empty, List<Class<?>> artifacts) throws IOException {
        Path project = EXAMPLES.resolve(example);
        Path copy = empty.resolve(example);
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path below = project.relativize(file);
                if (!below.startsWith("target") && !below.startsWith("data")) {
                    Files.copy(file, copy.resolve(below.toString()));
                }
            }
        }
        return new MavenRun(copy.resolve("pom.xml"), BuildRepository.with(artifacts));
    }

    /** Returns how many lines of Java below a folder of an example are such. */
    static long lines(String folder, Predicate<String> such) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ExampleCopy::read)
                    .filter(such)
                    .count();
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
