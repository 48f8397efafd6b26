// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a set's questions find the documents that answer them, through the search that an application calls: P@1, the
 * first hit is right; MRR@10, one by the rank of the first right one; R@10, which share of the right ones is among ten; nDCG@10,
 * with a right one counting 1. Each is the average over all questions.
 */
public final class Relevance {
    private static final int TEN = 10;
    private static final TenantId TENANT = TenantId.of("acme");
    private static final Actor VISITOR = Actor.anonymous(TENANT);

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
        ask(set).print();
    }

    private static Figures ask(QuestionSet set) {
        Figures figures = new Figures();
        try (Portal portal = Portal.of(new Memory());
                LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            Search search = Search.of(portal, index, new SetSource(set));
            search.follow(Actor.system(TENANT, "indexer"));
            for (QuestionSet.Question question : set.questions()) {
                SearchQuery query = SearchQuery.of(question.text()).in(set.language());
                SearchQuery asked = question.group().isEmpty() ? query : query.inCategories(question.group());
                List<String> found = search.find(VISITOR, asked, PageRequest.first(TEN)).hits().items().stream()
                        .map(SearchHit::object)
                        .map(object -> object.id())
                        .toList();
                figures.add(question, found);
            }
        }
        return figures;
    }

    /** Sums over questions. */
    private static final class Figures {
        private int questions;
        private double first;
        private double reciprocal;
        private double recalled;
        private double gain;

        void add(QuestionSet.Question question, List<String> found) {
            questions++;
            int rank = 0;
            double gained = 0;
            int right = 0;
            for (int i = 0; i < found.size(); i++) {
                if (question.relevant().contains(found.get(i))) {
                    rank = rank == 0 ? i + 1 : rank;
                    right++;
                    gained += discount(i);
                }
            }
            double best = 0;
            for (int i = 0; i < Math.min(TEN, question.relevant().size()); i++) {
                best += discount(i);
            }
            first += rank == 1 ? 1 : 0;
            reciprocal += rank == 0 ? 0 : 1.0 / rank;
            recalled += (double) right / question.relevant().size();
            gain += gained / best;
            if (rank != 1) {
                System.out.printf(
                        "%-8s %s  [%s] found %s, right %s%n",
                        rank == 0 ? "missed" : "rank " + rank,
                        question.id(),
                        question.text(),
                        found.isEmpty() ? "nothing" : found.get(0),
                        question.relevant());
            }
        }

        private static double discount(int place) {
            return Math.log(2) / Math.log(place + 2);
        }

        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "%nP@1 %.3f, MRR@10 %.3f, R@10 %.3f, nDCG@10 %.3f%n",
                    first / questions,
                    reciprocal / questions,
                    recalled / questions,
                    gain / questions);
            System.out.printf(
                    Locale.ROOT,
                    "{\"P@1\":%.4f,\"MRR@10\":%.4f,\"R@10\":%.4f,\"nDCG@10\":%.4f}%n",
                    first / questions,
                    reciprocal / questions,
                    recalled / questions,
                    gain / questions);
        }
    }
}
