// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.List;

/**
 * A word that is still being typed.
 *
 * @param typed the letters so far, folded
 * @param letters what a title's word has to begin with: the letters, or where nothing that the reader may see does, what differs from
 *     them by one
 * @param words folded words of the texts that begin so, the most frequent ones
 * @param weight how much it counts
 */
record Beginning(String typed, List<String> letters, List<String> words, float weight) {
    /** Returns whether the letters themselves begin a word that the reader may see. */
    boolean isThere() {
        return letters.contains(Beginnings.cut(typed));
    }

    /** Returns whether a folded word of a text begins so. */
    boolean isOf(String word) {
        return letters.stream().anyMatch(word::startsWith);
    }
}
