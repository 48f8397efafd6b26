// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the quickstart brings along, read as plain files. */
final class QuickstartContent {
    /** The project to copy; tests run in their module's folder. */
    static final Path PROJECT = Path.of("..", "examples", "quickstart");

    static final Path ARTICLES = PROJECT.resolve("content/articles");

    /** The share of questions whose first article must be the right one; set before there was a ranking. */
    static final double FLOOR = 0.8;

    private QuickstartContent() {}

    /** A question in a customer's words, and the article that answers it. */
    record Question(String article, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Question> questions() {
        return read(PROJECT.resolve("content/questions.tsv"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .map(parts -> new Question(parts[0], parts[1]))
                .toList();
    }

    /** Returns the articles' texts by path. */
    static Map<String, String> articles() {
        return files(ARTICLES).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .collect(Collectors.toMap(
                        file -> ARTICLES.relativize(file).toString().replace('\\', '/'),
                        QuickstartContent::read,
                        (one, two) -> one,
                        TreeMap::new));
    }

    /** Returns the texts of the FAQ's files. */
    static List<String> faq() {
        return files(PROJECT.resolve("content/faq")).stream()
                .map(QuickstartContent::read)
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
