// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a query as one language takes them, each once, in their order.
 *
 * <p>A query of nothing but function words means them; in any other they count for less or nothing.
 *
 * @param analysis whose words they are
 * @param words what is searched for
 * @param synonyms what is searched for beside them, by the editors' synonyms
 * @param demands what a document must have, and must not
 * @param beginning the word that is still being typed; null where none is
 */
record QueryWords(
        TextAnalysis analysis,
        List<QueryWord> words,
        List<Synonym> synonyms,
        Demands demands,
        @Nullable Beginning beginning) {
    /** How many different words of a query count; where there are more, topics go before function words. */
    static final int MAX_WORDS = 64;

    private static final int MAX_READ = 4 * MAX_WORDS * MAX_WORDS;

    /** Tells which stems stand in a text that the reader may see. */
    interface Standing {
        /** Returns those that do. */
        Set<String> of(List<String> stems) throws IOException;
    }

    /**
     * A word of a query.
     *
     * @param typed the word as it was typed, folded
     * @param forms what is searched for, any of which will do; the first is the likeliest
     * @param meanings the stems of what else may be meant, by everyday language
     * @param weight how much it counts
     * @param isQuoted whether it means itself, as it stands within quotation marks
     */
    record QueryWord(String typed, List<Form> forms, List<String> meanings, float weight, boolean isQuoted) {
        /** Returns what it most likely means. */
        Form likeliest() {
            return forms.get(0);
        }

        /** Returns this word put right: as one of these, and what else they mean. */
        QueryWord correctedTo(List<Form> better, List<String> meant) {
            return new QueryWord(typed, better, meant, weight, isQuoted);
        }

        /** Returns this word, for which another one will do as well. */
        QueryWord or(Form other) {
            return forms.stream().anyMatch(form -> form.stem().equals(other.stem()))
                    ? this
                    : new QueryWord(
                            typed,
                            Stream.concat(forms.stream(), Stream.of(other)).toList(),
                            meanings,
                            weight,
                            isQuoted);
        }
    }

    /**
     * What editors say is meant by several words, or in several words.
     *
     * @param words its words by their places in it
     * @param weight how much all of them count together
     */
    record Synonym(Map<Integer, Form> words, float weight) {}

    /**
     * A word that is searched for.
     *
     * @param plain the word, folded
     * @param stem what a text is searched for
     * @param parts the stems of its parts, if it is a compound
     * @param roots its root and those of its parts, where the language has roots
     * @param share what it counts beside the others that the reader may mean, 0 to 1
     */
    record Form(String plain, String stem, List<String> parts, List<String> roots, float share) {
        /** Analyses a folded word. */
        static Form of(String plain, String stem, TextAnalysis analysis) {
            return new Form(plain, stem, analysis.parts(plain), analysis.roots(plain), 1);
        }

        /** Returns this form with another share. */
        Form counting(float other) {
            return new Form(plain, stem, parts, roots, other);
        }
    }

    /** Reads a query's text; where it has too many words, those go first that stand somewhere by their stem. */
    static QueryWords of(TextAnalysis analysis, AskedText text, Standing stands) throws IOException {
        Set<String> seen = new HashSet<>();
        List<TextAnalysis.Word> distinct = analysis.words(text.searched(), MAX_READ).stream()
                .filter(word -> seen.add(word.stem()))
                .toList();
        boolean meansThem = distinct.stream().allMatch(word -> analysis.weight(word) == 0);
        List<Weighed> words = new ArrayList<>();
        for (TextAnalysis.Word word : distinct) {
            float weight = meansThem ? 1 : analysis.weight(word);
            if (weight > 0) {
                words.add(new Weighed(word, weight, text.isQuoted(word.start())));
            }
        }
        return new QueryWords(
                analysis,
                mostTelling(words, stands).stream()
                        .map(word -> word.in(analysis))
                        .toList(),
                List.of(),
                Demands.of(analysis, text),
                null);
    }

    /** Returns these words put right. */
    QueryWords with(List<QueryWord> others) {
        return new QueryWords(analysis, List.copyOf(others), synonyms, demands, beginning);
    }

    /** Returns these words, beside which this is searched for. */
    QueryWords beside(List<Synonym> others) {
        return new QueryWords(analysis, words, List.copyOf(others), demands, beginning);
    }

    /** Returns these words, the last of which is still being typed. */
    QueryWords endingIn(Beginning typed) {
        return new QueryWords(analysis, words, synonyms, demands, typed);
    }

    /** Returns what each stem counts that is searched for: words, and parts of compounds and what else is meant by these shares. */
    Map<String, Float> stems(float partWeight, float meaningWeight) {
        Map<String, Float> stems = new HashMap<>();
        for (QueryWord word : words) {
            for (Form form : word.forms()) {
                stems.merge(form.stem(), word.weight(), Math::max);
                form.parts().forEach(part -> stems.merge(part, partWeight * word.weight(), Math::max));
            }
            word.meanings().forEach(stem -> stems.merge(stem, meaningWeight * word.weight(), Math::max));
        }
        for (Synonym synonym : synonyms) {
            synonym.words().values().forEach(form -> stems.merge(form.stem(), synonym.weight(), Math::max));
        }
        return stems;
    }

    private static List<Weighed> mostTelling(List<Weighed> words, Standing stands) throws IOException {
        if (words.size() <= MAX_WORDS) {
            return words;
        }
        List<Weighed> heaviest = words.stream()
                .sorted(Comparator.comparing(Weighed::weight, Comparator.reverseOrder()))
                .toList();
        Set<Weighed> kept = new HashSet<>();
        List<Weighed> others = new ArrayList<>();
        for (int from = 0; from < heaviest.size() && kept.size() < MAX_WORDS; from += MAX_WORDS) {
            List<Weighed> some = heaviest.subList(from, Math.min(from + MAX_WORDS, heaviest.size()));
            Set<String> standing =
                    stands.of(some.stream().map(word -> word.word().stem()).toList());
            for (Weighed word : some) {
                if (kept.size() < MAX_WORDS && standing.contains(word.word().stem())) {
                    kept.add(word);
                } else {
                    others.add(word);
                }
            }
        }
        kept.addAll(others.subList(0, MAX_WORDS - kept.size()));
        return words.stream().filter(kept::contains).toList();
    }

    private record Weighed(TextAnalysis.Word word, float weight, boolean isQuoted) {
        QueryWord in(TextAnalysis analysis) {
            return new QueryWord(
                    word.plain(),
                    List.of(Form.of(word.plain(), word.stem(), analysis)),
                    isQuoted ? List.of() : analysis.meanings(word.stem()),
                    weight,
                    isQuoted);
        }
    }
}
