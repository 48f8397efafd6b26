// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/** How the texts of one language become terms, in the index and in queries. Thread-safe. */
final class TextAnalysis {
    private final String name;
    private final Words plain;
    private final Words stems;
    private final Words parts;
    private final Words roots;
    private final Words grams;
    private final FunctionWords functionWords;

    private TextAnalysis(String name, Steps steps, FunctionWords functionWords) {
        this.name = name;
        this.functionWords = functionWords;
        UnaryOperator<TokenStream> folding = steps.folding();
        plain = new Words(folding);
        stems = new Words(words -> steps.stemming().apply(folding.apply(words)));
        parts = new Words(words -> steps.stemming().apply(new PiecesFilter(folding.apply(words), steps.splitting())));
        roots = new Words(words -> new PiecesFilter(folding.apply(words), steps.rooting()));
        grams = new Words(words -> new PiecesFilter(folding.apply(words), Grams::of));
    }

    /**
     * What one language does with its words. The first two steps leave as many words as they get.
     *
     * @param folding makes different spellings of a word equal
     * @param stemming makes the forms of a word equal
     * @param splitting returns the parts of a folded word; none when it is no compound
     * @param rooting returns the root of a folded word; none where a stem is as good
     */
    record Steps(
            UnaryOperator<TokenStream> folding,
            UnaryOperator<TokenStream> stemming,
            Function<String, List<String>> splitting,
            Function<String, List<String>> rooting) {
        /** Returns the steps of a language whose words are neither split nor rooted. */
        static Steps of(UnaryOperator<TokenStream> folding, UnaryOperator<TokenStream> stemming) {
            return new Steps(folding, stemming, word -> List.of(), word -> List.of());
        }
    }

    /**
     * A word of a text.
     *
     * @param plain the word, folded
     * @param stem the word, folded and stemmed
     * @param start index of its first character in the text
     * @param end index behind its last
     */
    record Word(String plain, String stem, int start, int end) {}

    /** Returns the analysis of this name, which names its fields. */
    static TextAnalysis of(String name, Steps steps, FunctionWords functionWords) {
        return new TextAnalysis(name, steps, functionWords);
    }

    String name() {
        return name;
    }

    /** Returns the first words of a text. */
    List<Word> words(String text, int limit) {
        List<Words.Term> folded = plain.terms(text, limit);
        List<Words.Term> stemmed = stems.terms(text, limit);
        List<Word> words = new ArrayList<>(stemmed.size());
        for (int i = 0; i < stemmed.size(); i++) {
            Words.Term stem = stemmed.get(i);
            words.add(new Word(folded.get(i).text(), stem.text(), stem.start(), stem.end()));
        }
        return words;
    }

    /** Returns the stems of the parts of a folded word; none when it is no compound. */
    List<String> parts(String word) {
        return parts.terms(word).stream().distinct().toList();
    }

    /** Returns the root of a folded word; none where a stem is as good. */
    List<String> roots(String word) {
        return roots.terms(word);
    }

    /** Returns what a word of a query counts, 0 to 1. */
    float weight(Word word) {
        return functionWords.weight(word.plain());
    }

    /** Returns what writes a field of this kind. */
    Analyzer writerOf(Fields.Kind kind) {
        return switch (kind) {
            case PARTS -> parts;
            case ROOTS -> roots;
            case GRAMS -> grams;
            default -> stems;
        };
    }
}
