// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits compound words into words of a dictionary, with or without a linking element between them.
 *
 * <p>Of several ways to split, the one with the fewest and longest words is taken, and of equal ones the one with the longest
 * word at the end, which says what the whole is. A word of the dictionary is split only where both halves are long, as others
 * fall apart by chance. Thread-safe.
 */
final class CompoundSplitter {
    private static final int SHORTEST_WORD = 8;
    private static final int LONGEST_WORD = 80;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 30;
    /** Parts below this length are often found by chance. */
    private static final int SAFE_PART = 4;
    /** A word that the dictionary has is split only where each half has this length… */
    private static final int SHORTEST_HALF = 4;
    /** … and the first one this, */
    private static final int LONG_FIRST = 5;
    /** or the last one this. */
    private static final int LONG_LAST = 6;

    private static final double CHANCE = 0.5;
    private static final double LETTER_OF_LINK = 0.01;
    /** What stands between two parts, or as an ending behind the last. */
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e", "ns");

    /** Letters that an e behind them would have been folded into. */
    private static final String FOLDED = "aou";

    private static final List<String> WITHOUT = List.of("");
    private static final List<String> WITH_OR_WITHOUT = List.of("", "e");

    private final GermanWords words;

    /** Splits into these words, which are folded as the words to be split are. */
    CompoundSplitter(GermanWords words) {
        this.words = words;
    }

    /** Returns the parts, what they consist of, and what neighbouring parts make up together; empty when it is no compound. */
    List<String> split(String word) {
        if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD) {
            return List.of();
        }
        if (words.has(word)) {
            return halves(word);
        }
        List<Part> parts = cheapest(word, false);
        Set<String> result = new LinkedHashSet<>();
        for (int first = 0; first < parts.size(); first++) {
            for (int last = first; last < parts.size(); last++) {
                if (last - first + 1 < parts.size()) {
                    result.add(parts.get(first).lead()
                            + word.substring(
                                    parts.get(first).start(), parts.get(last).end()));
                }
            }
            result.addAll(halves(parts.get(first).in(word)));
        }
        return List.copyOf(result);
    }

    private List<String> halves(String word) {
        if (word.length() < LONG_FIRST + SHORTEST_HALF || words.isDerived(word)) {
            return List.of();
        }
        List<Part> parts = cheapest(word, true);
        return parts.size() == 2 && areSafe(parts.get(0), parts.get(1)) && isOnlyEnd(parts.get(1), word)
                ? parts.stream().map(part -> part.in(word)).toList()
                : List.of();
    }

    private static boolean areSafe(Part first, Part last) {
        return first.length() >= SHORTEST_HALF
                && last.length() >= SHORTEST_HALF
                && (first.length() >= LONG_FIRST || last.length() >= LONG_LAST);
    }

    /** Returns whether no other word stands at the end behind another part: {@code Planung-s-amt} or {@code Planung-samt}. */
    private boolean isOnlyEnd(Part last, String word) {
        for (int start = SHORTEST_PART; start <= word.length() - SHORTEST_PART; start++) {
            if (start != last.start() && words.has(word.substring(start)) && endsInPart(word.substring(0, start))) {
                return false;
            }
        }
        return true;
    }

    private boolean endsInPart(String before) {
        return LINKS.stream()
                .filter(before::endsWith)
                .map(link -> before.substring(0, before.length() - link.length()))
                .anyMatch(part -> part.length() >= SHORTEST_PART && mayBePart(part, true));
    }

    private List<Part> cheapest(String word, boolean isWord) {
        double[] cost = new double[word.length() + 1];
        Part[] arrival = new Part[word.length() + 1];
        Arrays.fill(cost, 1, cost.length, Double.POSITIVE_INFINITY);
        for (int start = 0; start < word.length(); start++) {
            if (cost[start] < Double.POSITIVE_INFINITY) {
                int last = Math.min(word.length(), start + LONGEST_PART);
                for (int end = start + SHORTEST_PART; end <= last; end++) {
                    boolean isWhole = isWord && end - start == word.length();
                    for (String lead : leads(word, start)) {
                        Part part = new Part(lead, start, end);
                        if (!isWhole && mayBePart(part.in(word), word.length() - end >= SHORTEST_PART)) {
                            leave(word, part, cost, arrival);
                        }
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

    /** An e behind a, o or u was taken for an umlaut's when the word was folded: {@code Kontoeröffnung}, {@code kontoroffnung}. */
    private static List<String> leads(String word, int start) {
        return start > 0 && FOLDED.indexOf(word.charAt(start - 1)) >= 0 ? WITH_OR_WITHOUT : WITHOUT;
    }

    private boolean mayBePart(String part, boolean isFollowed) {
        return words.has(part) || (isFollowed && words.isVerbStem(part));
    }

    private static void leave(String word, Part part, double[] cost, @Nullable Part[] arrival) {
        double own = 1 + (part.length() < SAFE_PART ? CHANCE : 0);
        for (String link : LINKS) {
            int next = part.end() + link.length();
            double total = cost[part.start()] + own + LETTER_OF_LINK * link.length();
            if (word.startsWith(link, part.end()) && isBetter(total, part, cost[next], arrival[next])) {
                cost[next] = total;
                arrival[next] = part;
            }
        }
    }

    private static boolean isBetter(double total, Part part, double known, @Nullable Part other) {
        return total < known || (total == known && other != null && part.length() > other.length());
    }

    /**
     * A dictionary word within the word.
     *
     * @param lead what it begins with that was lost
     */
    private record Part(String lead, int start, int end) {
        int length() {
            return lead.length() + end - start;
        }

        String in(String word) {
            return lead + word.substring(start, end);
        }
    }
}
