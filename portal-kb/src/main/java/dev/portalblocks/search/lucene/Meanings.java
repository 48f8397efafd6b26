// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What else somebody may mean who uses a word: customers say {@code umgezogen}, articles {@code Adressänderung}. Thread-safe.
 *
 * <p>A line {@code a, b, c} says that each of them may mean each other, {@code a > b, c} that a may mean b or c. What a word
 * means does not lead on to what that means.
 */
final class Meanings {
    private static final String ONE_WAY = ">";
    private static final String BETWEEN = ",";

    private final Map<String, Set<String>> byStem;
    private final Set<String> words;

    private Meanings(Map<String, Set<String>> byStem, Set<String> words) {
        this.byStem = byStem;
        this.words = words;
    }

    /** Returns that every word means itself alone. */
    static Meanings none() {
        return new Meanings(Map.of(), Set.of());
    }

    /** Reads lines; {@code folding} turns a word into folded words, {@code stemming} a folded word into its stem. */
    static Meanings of(List<String> lines, Function<String, List<String>> folding, Function<String, String> stemming) {
        Map<String, Set<String>> byStem = new LinkedHashMap<>();
        Set<String> words = new LinkedHashSet<>();
        for (String line : lines) {
            int arrow = line.indexOf(ONE_WAY);
            List<String> meant = words(line.substring(arrow + 1), folding);
            List<String> asked = arrow < 0 ? meant : words(line.substring(0, arrow), folding);
            words.addAll(asked);
            for (String word : asked) {
                Set<String> others = byStem.computeIfAbsent(stemming.apply(word), stem -> new LinkedHashSet<>());
                meant.stream().filter(other -> !other.equals(word)).forEach(others::add);
            }
        }
        return new Meanings(byStem, words);
    }

    /** Returns the folded words that a word with this stem may mean. */
    Set<String> of(String stem) {
        return byStem.getOrDefault(stem, Set.of());
    }

    /** Returns the words with a meaning that a folded word differs from by one letter. */
    List<String> near(String folded) {
        return words.stream().filter(word -> Letters.differByOne(folded, word)).toList();
    }

    /** What is more than one word to the folding is left out: a word is looked for, not a phrase. */
    private static List<String> words(String list, Function<String, List<String>> folding) {
        List<String> words = new ArrayList<>();
        for (String word : list.split(BETWEEN, -1)) {
            List<String> folded = folding.apply(word);
            if (folded.size() == 1) {
                words.add(folded.get(0));
            }
        }
        return words;
    }
}
