// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.List;

/** Cuts words into overlapping pieces of equal length, which forms and misspellings of a word have in common. */
final class Grams {
    private static final int LENGTH = 4;

    private Grams() {}

    /** Returns the pieces in their order; the word itself where it is no longer than one. */
    static List<String> of(String word) {
        if (word.length() <= LENGTH) {
            return List.of(word);
        }
        List<String> grams = new ArrayList<>(word.length() - LENGTH + 1);
        for (int i = 0; i + LENGTH <= word.length(); i++) {
            grams.add(word.substring(i, i + LENGTH));
        }
        return grams;
    }
}
