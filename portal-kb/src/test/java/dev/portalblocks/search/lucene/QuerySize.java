// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * How large a query is, counted as Lucene does: each leaf, and each term of a leaf.
 *
 * @param clauses leaves
 * @param terms terms of them
 * @param expanded terms that a word which is being typed stands for
 */
record QuerySize(int clauses, int terms, int expanded) {
    /** Returns how large the query of a text is that somebody is typing who reads {@code own} of the languages that there are. */
    static QuerySize of(String text, IndexReader reader, List<TextAnalysis> present, Set<TextAnalysis> own)
            throws IOException {
        VisibleTexts texts = VisibleTexts.of(new IndexSearcher(reader), new MatchAllDocsQuery());
        AskedWords words = new AskedWords(
                AskedText.of(text), true, reader, texts, analysis -> EditorsWords.of(analysis, List.of()));
        words.correct(own);
        Counting counting = new Counting();
        FittingQuery.of(words, present, own, WordWeights.CHOSEN).whole().visit(counting);
        return new QuerySize(counting.clauses, counting.terms, counting.expanded);
    }

    private static final class Counting extends QueryVisitor {
        private int clauses;
        private int terms;
        private int expanded;

        @Override
        public void consumeTerms(Query query, Term... found) {
            clauses++;
            terms += found.length;
            expanded += (int) Stream.of(found)
                    .filter(term -> Fields.Kind.PLAIN.isKindOf(term.field()))
                    .count();
        }

        @Override
        public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> automaton) {
            clauses++;
            try {
                terms += Math.toIntExact(((TermInSetQuery) query).getTermsCount());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void visitLeaf(Query query) {
            clauses++;
        }

        @Override
        public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this; // what is excluded counts, too
        }
    }
}
