// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Verbs whose prefix stands at the end of the clause: {@code Ihr bucht zu viel ab} asks for {@code abbuchen}. Which word of the
 * clause is the verb is not decided here; most of what is put together is no word and stands nowhere. Thread-safe.
 */
final class SeparatedVerbs {
    /** A clause with more words between the two is hardly one. */
    private static final int LONGEST_CLAUSE = 12;

    private static final Set<String> MORE_PREFIXES =
            Set.of("heim", "hoch", "rauf", "raus", "rein", "ruber", "rum", "runter", "weiter", "vorbei");
    private static final Set<String> GOES_ON = Set.of(
            "aber", "dann", "dass", "denn", "ob", "oder", "sondern", "und", "wann", "warum", "was", "weil", "wenn",
            "wie");
    private static final List<String> NOUNS = List.of("ung", "ungen", "heit", "keit", "schaft");

    private final GermanRoots roots;

    SeparatedVerbs(GermanRoots roots) {
        this.roots = roots;
    }

    /** Returns the infinitives that prefixes at the end of a clause may make of the words before them, folded. */
    List<String> in(String text, List<TextAnalysis.Word> words) {
        List<String> verbs = new ArrayList<>();
        int clause = 0;
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && isEnd(text, words.get(i - 1), words.get(i))) {
                clause = i;
            }
            if (isPrefix(words.get(i)) && endsClause(text, words, i)) {
                String prefix = words.get(i).plain();
                int from = Math.max(clause, i - LONGEST_CLAUSE);
                words.subList(from, i).stream()
                        .filter(word -> isVerb(text, word))
                        .map(word -> prefix + infinitive(roots.of(word.plain())))
                        .forEach(verbs::add);
            }
        }
        return verbs;
    }

    private static String infinitive(String root) {
        return root + (root.endsWith("e") ? "n" : "en");
    }

    private static boolean isPrefix(TextAnalysis.Word word) {
        return MORE_PREFIXES.contains(word.plain()) || GermanPrefixes.SEPARABLE.contains(word.plain());
    }

    private static boolean endsClause(String text, List<TextAnalysis.Word> words, int at) {
        return at + 1 == words.size()
                || isEnd(text, words.get(at), words.get(at + 1))
                || GOES_ON.contains(words.get(at + 1).plain());
    }

    /** Between two words of a clause stand spaces; a number may have its full stop. */
    private static boolean isEnd(String text, TextAnalysis.Word one, TextAnalysis.Word next) {
        boolean isNumber = one.plain().chars().allMatch(Character::isDigit);
        return text.substring(one.end(), next.start())
                .chars()
                .anyMatch(c -> ",;:!?\n(".indexOf(c) >= 0 || (c == '.' && !isNumber));
    }

    private boolean isVerb(String text, TextAnalysis.Word word) {
        boolean isNoun = (word.start() > 0 && Character.isUpperCase(text.codePointAt(word.start())))
                || NOUNS.stream().anyMatch(word.plain()::endsWith);
        return !isNoun && roots.isVerb(word.plain());
    }
}
