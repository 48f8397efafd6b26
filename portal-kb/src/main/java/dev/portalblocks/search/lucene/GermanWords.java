// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that German compounds are made of, folded: those of a dictionary, and what is regularly made of them. Thread-safe.
 */
final class GermanWords {
    /** A verb's stem of fewer letters is found by chance in too many words. */
    private static final int SHORTEST_STEM = 4;

    private static final String INFINITIVE = "en";
    private static final String NOUN = "ung";
    private static final List<String> FEMININE = List.of("in", "innen");

    private final Set<String> words;
    private final Set<String> verbStems;

    private GermanWords(Set<String> words, Set<String> verbStems) {
        this.words = words;
        this.verbStems = verbStems;
    }

    /** Takes folded words. */
    static GermanWords of(Iterable<String> folded) {
        Set<String> words = new HashSet<>();
        Set<String> stems = new HashSet<>();
        folded.forEach(words::add);
        for (String word : folded) {
            String stem = word.substring(0, Math.max(0, word.length() - INFINITIVE.length()));
            if (word.endsWith(INFINITIVE) && stem.length() >= SHORTEST_STEM) {
                stems.add(stem);
                words.add(stem + NOUN);
                words.add(stem + NOUN + INFINITIVE);
            }
            if (word.endsWith(NOUN) && word.length() - NOUN.length() >= SHORTEST_STEM) {
                stems.add(word.substring(0, word.length() - NOUN.length()));
            }
        }
        return new GermanWords(words, stems);
    }

    /** Returns whether it is a word by itself. */
    boolean has(String word) {
        return words.contains(word);
    }

    /** Returns whether it may be the first part of a compound as the stem of a verb, {@code sperr} of {@code sperren}. */
    boolean isVerbStem(String part) {
        return verbStems.contains(part);
    }

    /** Returns whether a word is made of another one, which says what its parts are: {@code Beinhaltung}, {@code Verbraucherin}. */
    boolean isDerived(String word) {
        return isMadeOfVerb(word, NOUN)
                || isMadeOfVerb(word, INFINITIVE)
                || FEMININE.stream()
                        .anyMatch(ending -> word.endsWith(ending)
                                && words.contains(word.substring(0, word.length() - ending.length())));
    }

    private boolean isMadeOfVerb(String word, String ending) {
        return word.endsWith(ending) && verbStems.contains(word.substring(0, word.length() - ending.length()));
    }
}
