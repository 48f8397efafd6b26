// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portalblocks.core.model.LanguageTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Documents and questions with their right answers, each a line of JSON: {@code id}, {@code title}, {@code text} and, if there
 * are any, {@code group} and {@code tags} of a document; {@code id}, {@code text}, {@code relevant} and {@code group} of a
 * question.
 *
 * @param language of both
 */
record QuestionSet(List<Text> documents, List<Question> questions, LanguageTag language) {
    private static final Set<String> ENGLISH = Set.of("the", "of", "and", "is", "to", "in", "what", "how", "a");
    private static final Set<String> GERMAN =
            Set.of("der", "die", "das", "und", "ist", "zu", "in", "was", "wie", "ein");

    /** A document; its group is empty where it has none. */
    record Text(String id, String group, String title, String text, Set<String> tags) {}

    /** A question and the ids of the documents that answer it; its group is empty where it has none. */
    record Question(String id, String group, String text, List<String> relevant) {}

    /** Reads a folder's documents, and the questions from one of its files; the language is found out where none is named. */
    static QuestionSet in(Path folder, String questions, String language) throws IOException {
        List<Text> documents = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("docs.jsonl"))) {
            documents.add(new Text(
                    said(line, "id"),
                    said(line, "group"),
                    said(line, "title"),
                    said(line, "text"),
                    Set.copyOf(strings(line, "tags"))));
        }
        List<Question> asked = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve(questions))) {
            asked.add(
                    new Question(said(line, "id"), said(line, "group"), said(line, "text"), strings(line, "relevant")));
        }
        return new QuestionSet(documents, asked, language.isEmpty() ? guessed(asked) : LanguageTag.of(language));
    }

    /** Whichever language has more of its smallest words in the questions. */
    private static LanguageTag guessed(List<Question> questions) {
        long balance = questions.stream()
                .flatMap(question ->
                        Stream.of(question.text().toLowerCase(Locale.ROOT).split("\\W+")))
                .mapToLong(word -> (GERMAN.contains(word) ? 1 : 0) - (ENGLISH.contains(word) ? 1 : 0))
                .sum();
        return balance >= 0 ? LanguageTag.GERMAN : LanguageTag.ENGLISH;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                nodes.add(json.readTree(line));
            }
        }
        return nodes;
    }

    private static String said(JsonNode line, String field) {
        return line.path(field).asText("");
    }

    private static List<String> strings(JsonNode line, String field) {
        List<String> strings = new ArrayList<>();
        line.path(field).forEach(each -> strings.add(each.asText()));
        return strings;
    }
}
