// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.List;

/** What words begin with: the letters that somebody has typed before the word is complete. */
final class Beginnings {
    /** Of a longer word, what is typed beyond these letters tells nothing more. */
    static final int MAX_LETTERS = 20;

    /** Stands before what the first word of a title begins with; in no word. */
    private static final String FIRST = "\u001E";

    private Beginnings() {}

    /** Returns what a folded word begins with, from one letter on. */
    static List<String> of(String word) {
        int letters = Math.min(MAX_LETTERS, word.codePointCount(0, word.length()));
        List<String> beginnings = new ArrayList<>(letters);
        for (int i = 1; i <= letters; i++) {
            beginnings.add(word.substring(0, word.offsetByCodePoints(0, i)));
        }
        return beginnings;
    }

    /** Returns the same for the first word of a title, which is found as such, too. */
    static List<String> ofFirst(String word) {
        List<String> all = of(word);
        List<String> both = new ArrayList<>(all);
        all.forEach(beginning -> both.add(first(beginning)));
        return both;
    }

    /** Returns the term of titles whose first word begins with this. */
    static String first(String beginning) {
        return FIRST + beginning;
    }

    /** Returns as much of the folded letters as is looked up. */
    static String cut(String letters) {
        return letters.codePointCount(0, letters.length()) <= MAX_LETTERS
                ? letters
                : letters.substring(0, letters.offsetByCodePoints(0, MAX_LETTERS));
    }
}
