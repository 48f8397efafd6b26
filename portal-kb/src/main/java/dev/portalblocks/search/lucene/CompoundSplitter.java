// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Splits compound words into words of a dictionary, with or without a linking element between them.
 *
 * <p>Of several ways to split, the one with the fewest and longest words is taken. A word of the dictionary is none
 * that is split. Thread-safe.
 */
final class CompoundSplitter {
    private static final int SHORTEST_WORD = 8;
    private static final int LONGEST_WORD = 80;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 30;
    /** Parts below this length are often found by chance. */
    private static final int SAFE_PART = 4;

    private static final double CHANCE = 0.5;
    private static final double LETTER_OF_LINK = 0.01;
    /** What stands between two parts, or as an ending behind the last. */
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e", "ns");

    private final Set<String> dictionary;

    /** Splits into these words, which are folded as the words to be split are. */
    CompoundSplitter(Set<String> dictionary) {
        this.dictionary = dictionary;
    }

    /** Returns the parts, and what neighbouring parts make up together; empty when it is no compound. */
    List<String> split(String word) {
        if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD || dictionary.contains(word)) {
            return List.of();
        }
        List<Part> parts = cheapest(word);
        List<String> result = new ArrayList<>();
        for (int first = 0; first < parts.size(); first++) {
            for (int last = first; last < parts.size(); last++) {
                if (last - first + 1 < parts.size()) {
                    result.add(word.substring(
                            parts.get(first).start(), parts.get(last).end()));
                }
            }
        }
        return result;
    }

    private List<Part> cheapest(String word) {
        double[] cost = new double[word.length() + 1];
        Part[] arrival = new Part[word.length() + 1];
        Arrays.fill(cost, 1, cost.length, Double.POSITIVE_INFINITY);
        for (int start = 0; start < word.length(); start++) {
            if (cost[start] < Double.POSITIVE_INFINITY) {
                int last = Math.min(word.length(), start + LONGEST_PART);
                for (int end = start + SHORTEST_PART; end <= last; end++) {
                    if (dictionary.contains(word.substring(start, end))) {
                        leave(word, new Part(start, end), cost, arrival);
                    }
                }
            }
        }
        Deque<Part> way = new ArrayDeque<>();
        for (int at = word.length(); at > 0 && arrival[at] != null; at = arrival[at].start()) {
            way.addFirst(arrival[at]);
        }
        return List.copyOf(way);
    }

    private static void leave(String word, Part part, double[] cost, Part[] arrival) {
        double own = 1 + (part.end() - part.start() < SAFE_PART ? CHANCE : 0);
        for (String link : LINKS) {
            int next = part.end() + link.length();
            double total = cost[part.start()] + own + LETTER_OF_LINK * link.length();
            if (word.startsWith(link, part.end()) && total < cost[next]) {
                cost[next] = total;
                arrival[next] = part;
            }
        }
    }

    /** A dictionary word within the word. */
    private record Part(int start, int end) {}
}
