// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Documents and questions with their right answers, from a folder with {@code docs.jsonl} and {@code queries.jsonl}.
 *
 * @param documents all documents
 * @param questions the questions
 * @param language of both
 */
record QuestionSet(List<SearchChange> documents, List<Question> questions, LanguageTag language) {
    /** A question and the ids of the documents that answer it. */
    record Question(String text, List<String> relevant) {}

    /** How well a set is answered: the first hit is right; the share of the right ones among the first ten. */
    record Figures(double precisionAt1, double recallAt10) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "P@1 %.3f, R@10 %.3f", precisionAt1, recallAt10);
        }
    }

    /** Reads a set, of its questions the first and every {@code step}th behind it. */
    static QuestionSet in(Path folder, LanguageTag language, int step) throws IOException {
        List<SearchChange> documents = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("docs.jsonl"))) {
            documents.add(Samples.change(Samples.document(
                    text(line, "id"), language, Set.of(Audience.PUBLIC), text(line, "title"), text(line, "text"))));
        }
        List<Question> questions = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve("queries.jsonl"));
        for (int i = 0; i < lines.size(); i += step) {
            questions.add(new Question(text(lines.get(i), "text"), strings(lines.get(i), "relevant")));
        }
        return new QuestionSet(documents, questions, language);
    }

    /** Asks every question. */
    Figures ask() {
        double first = 0;
        double recalled = 0;
        try (LuceneSearchIndex index = Samples.holding(documents.toArray(SearchChange[]::new))) {
            for (Question question : questions) {
                IndexQuery query = Samples.asked(question.text(), List.of(language));
                List<String> found =
                        Samples.ids(index.search(Samples.ACME, query, null, 10).hits());
                first += !found.isEmpty() && question.relevant().contains(found.get(0)) ? 1 : 0;
                recalled += (double) question.relevant().stream()
                                .filter(found::contains)
                                .count()
                        / question.relevant().size();
            }
        }
        return new Figures(first / questions.size(), recalled / questions.size());
    }

    /** Returns the text of a key. */
    static String text(String json, String key) {
        return string(json, json.indexOf('"', valueOf(json, key)));
    }

    /** Returns the texts of a list. */
    static List<String> strings(String json, String key) {
        List<String> strings = new ArrayList<>();
        int end = json.indexOf(']', valueOf(json, key));
        for (int at = json.indexOf('"', valueOf(json, key)); at >= 0 && at < end; ) {
            String string = string(json, at);
            strings.add(string);
            at = json.indexOf('"', at + string.length() + 2);
        }
        return strings;
    }

    private static int valueOf(String json, String key) {
        return json.indexOf(':', json.indexOf("\"" + key + "\":"));
    }

    private static String string(String json, int quote) {
        StringBuilder string = new StringBuilder();
        for (int i = quote + 1; json.charAt(i) != '"'; i++) {
            if (json.charAt(i) != '\\') {
                string.append(json.charAt(i));
            } else if (json.charAt(++i) == 'u') {
                string.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                i += 4;
            } else {
                int escape = "nrtbf".indexOf(json.charAt(i));
                string.append(escape < 0 ? json.charAt(i) : "\n\r\t\b\f".charAt(escape));
            }
        }
        return string.toString();
    }
}
