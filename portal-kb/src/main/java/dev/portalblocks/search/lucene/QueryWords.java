// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a query as one language takes them, each once, in their order.
 *
 * <p>A query of nothing but function words means them; in any other they count for less or nothing.
 *
 * @param analysis whose words they are
 * @param words what is searched for
 */
record QueryWords(TextAnalysis analysis, List<QueryWord> words) {
    /** How many different words of a query count; where there are more, topics go before function words. */
    static final int MAX_WORDS = 64;

    private static final int MAX_READ = 4 * MAX_WORDS * MAX_WORDS;

    /**
     * A word of a query.
     *
     * @param plain the word, folded
     * @param stem what is searched for
     * @param parts the stems of its parts, if it is a compound
     * @param roots its root, where the language has roots
     * @param weight how much it counts
     */
    record QueryWord(String plain, String stem, List<String> parts, List<String> roots, float weight) {}

    /** Reads a query's text. */
    static QueryWords of(TextAnalysis analysis, String text) {
        Set<String> seen = new HashSet<>();
        List<TextAnalysis.Word> distinct = analysis.words(text, MAX_READ).stream()
                .filter(word -> seen.add(word.stem()))
                .toList();
        boolean meansThem = distinct.stream().allMatch(word -> analysis.weight(word) == 0);
        List<QueryWord> words = new ArrayList<>();
        for (TextAnalysis.Word word : distinct) {
            float weight = meansThem ? 1 : analysis.weight(word);
            if (weight > 0) {
                words.add(new QueryWord(word.plain(), word.stem(), List.of(), List.of(), weight));
            }
        }
        return new QueryWords(
                analysis,
                mostTelling(words).stream()
                        .map(word -> analysed(word, analysis))
                        .toList());
    }

    /** Returns what each stem counts that is searched for: words, and the parts of compounds by this share of it. */
    Map<String, Float> stems(float partWeight) {
        Map<String, Float> stems = new HashMap<>();
        for (QueryWord word : words) {
            stems.merge(word.stem(), word.weight(), Math::max);
            word.parts().forEach(part -> stems.merge(part, partWeight * word.weight(), Math::max));
        }
        return stems;
    }

    private static List<QueryWord> mostTelling(List<QueryWord> words) {
        if (words.size() <= MAX_WORDS) {
            return words;
        }
        Set<QueryWord> kept = new HashSet<>(words.stream()
                .sorted(Comparator.comparing(QueryWord::weight).reversed())
                .limit(MAX_WORDS)
                .toList());
        return words.stream().filter(kept::contains).toList();
    }

    private static QueryWord analysed(QueryWord word, TextAnalysis analysis) {
        List<String> parts = analysis.parts(word.plain());
        return new QueryWord(word.plain(), word.stem(), parts, analysis.roots(word.plain()), word.weight());
    }
}
