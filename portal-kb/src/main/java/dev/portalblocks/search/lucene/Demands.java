// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a reader demands of a document in one language: words in this order, and words that are not in it. Forms of a word are
 * equal, as everywhere; a part of a compound is not the word.
 *
 * @param field where the words stand
 * @param quoted the stems of each quotation, at least one
 * @param excluded the stems of what is excluded, at least one each; several are excluded in this order
 */
record Demands(String field, List<List<String>> quoted, List<List<String>> excluded) {
    /** How many words of a quotation, or of what is excluded, count; of a longer one the first. */
    static final int MAX_WORDS = 16;

    /** Reads what a text demands. Words that only carry grammar are not excluded: who writes so writes a sentence. */
    static Demands of(TextAnalysis analysis, AskedText asked) {
        List<List<String>> quoted = asked.quotations().stream()
                .map(quotation -> stems(analysis.words(quotation.in(asked.text()), MAX_WORDS)))
                .filter(stems -> !stems.isEmpty())
                .toList();
        List<List<String>> excluded = asked.excluded().stream()
                .map(words -> analysis.words(words, MAX_WORDS))
                .filter(words -> words.stream().anyMatch(word -> !analysis.isFunctionWord(word.plain())))
                .map(Demands::stems)
                .toList();
        return new Demands(Fields.Kind.ALL.in(analysis.name()), quoted, excluded);
    }

    /** Returns a query that finds what has a quotation in it, for each. */
    List<Query> quotations() {
        return quoted.stream().map(this::standing).toList();
    }

    /** Returns how much of a query {@link #addTo} takes. */
    QueryRoom room() {
        int terms = Stream.concat(quoted.stream(), excluded.stream())
                .mapToInt(List::size)
                .sum();
        return new QueryRoom(quoted.size() + excluded.size(), terms);
    }

    /** Adds them to a query, whose order they leave as it is. */
    void addTo(BooleanQuery.Builder all) {
        quotations().forEach(quotation -> all.add(quotation, Occur.FILTER));
        excluded.forEach(stems -> all.add(standing(stems), Occur.MUST_NOT));
    }

    private Query standing(List<String> stems) {
        return stems.size() == 1
                ? new TermQuery(new Term(field, stems.get(0)))
                : new PhraseQuery(field, stems.toArray(String[]::new));
    }

    private static List<String> stems(List<TextAnalysis.Word> words) {
        return words.stream().map(TextAnalysis.Word::stem).toList();
    }
}
