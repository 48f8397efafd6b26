// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search;

import dev.portalblocks.search.lucene.LuceneSearchIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How well a set's questions find the documents that answer them, through the search that an application calls: P@1, the
 * first hit is right; MRR@10, one by the rank of the first right one; R@10, which share of the right ones is among ten; nDCG@10,
 * with a right one counting 1. Each is the average over all questions.
 */
public final class Relevance {
    private Relevance() {}

    /** Options: {@code --set DIR}, {@code --queries FILE} (queries.jsonl) and {@code --language TAG} (found out). */
    public static void run(String[] options) throws IOException {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i + 1 < options.length; i += 2) {
            named.put(options[i], options[i + 1]);
        }
        if (!named.containsKey("--set")) {
            System.err.println("relevance --set DIR [--queries FILE] [--language TAG]");
            System.exit(2);
        }
        Path folder = Path.of(named.getOrDefault("--set", ""));
        String file = named.getOrDefault("--queries", "queries.jsonl");
        QuestionSet set = QuestionSet.in(folder, file, named.getOrDefault("--language", ""));
        System.out.printf(
                "%s: %d documents, %d questions of %s, language %s%n",
                folder.getFileName(),
                set.documents().size(),
                set.questions().size(),
                file,
                set.language().value());
        RankFigures figures = ask(set);
        System.out.printf("%n%s%n%s%n", figures, figures.json());
    }

    private static RankFigures ask(QuestionSet set) {
        RankFigures figures = new RankFigures();
        AskedSet.ask(set, LuceneSearchIndex.inMemory(), (question, found) -> {
            int rank = figures.add(question, found);
            if (rank != 1) {
                System.out.printf(
                        "%-8s %s  [%s] found %s, right %s%n",
                        rank == 0 ? "missed" : "rank " + rank,
                        question.id(),
                        question.text(),
                        found.isEmpty() ? "nothing" : found.get(0),
                        question.relevant());
            }
        });
        return figures;
    }
}
