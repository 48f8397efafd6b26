// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that somebody has typed of a title, in any order.
 *
 * @param analysis whose words they are
 * @param words the words
 * @param demands what is quoted and what is excluded
 */
record TypedTitle(TextAnalysis analysis, List<TypedWord> words, Demands demands) {
    /** How many words count, the last ones. */
    static final int MAX_WORDS = 8;

    /** What a word counts at least that is still being typed. */
    private static final float BARE = 0.3f;

    /**
     * A word, whole or as far as it was typed.
     *
     * @param letters what a title's word or a part of it begins with
     * @param near what else it may begin with, where none that the reader may see begins so
     * @param stems the stems of the word itself; none of one that only carries grammar
     * @param meanings the stems of what else it means
     * @param weight how much it counts; below 1 a title may be without it
     */
    record TypedWord(String letters, List<String> near, List<String> stems, List<String> meanings, float weight) {
        /** Returns everything that a title's word may begin with. */
        List<String> beginnings() {
            List<String> all = new ArrayList<>(near);
            all.add(letters);
            return all;
        }
    }

    /** Reads what was typed. */
    static TypedTitle of(QueryWords read, AskedText asked, TypedWords typed) throws IOException {
        TextAnalysis analysis = read.analysis();
        List<TypedWord> words = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (QueryWord word : read.words()) {
            if (seen.add(word.typed())) {
                words.add(word(word, typed));
            }
        }
        List<TextAnalysis.Word> last = analysis.lastWord(asked.searched());
        if (!last.isEmpty() && seen.add(last.get(0).plain())) {
            String letters = Beginnings.cut(last.get(0).plain());
            words.add(new TypedWord(letters, List.of(), List.of(), List.of(), words.isEmpty() ? 1 : BARE));
        }
        return new TypedTitle(
                analysis, words.subList(Math.max(0, words.size() - MAX_WORDS), words.size()), read.demands());
    }

    private static TypedWord word(QueryWord word, TypedWords typed) throws IOException {
        String letters = Beginnings.cut(word.typed());
        List<String> stems =
                word.forms().stream().map(QueryWords.Form::stem).distinct().toList();
        boolean isThere = word.isQuoted() || typed.beginsTitleWord(letters);
        return new TypedWord(letters, isThere ? List.of() : typed.near(letters), stems, word.meanings(), word.weight());
    }
}
