// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;

/** Scores by the statistics of what a reader may see. For one search. */
final class VisibleSearcher extends IndexSearcher {
    /** How soon a word that is repeated adds no more; below Lucene's 1.2, so that more different words count. */
    private static final float K1 = 0.9f;

    private static final float B = 0.75f;

    private final VisibleTexts texts;
    private final Map<Asked, Weight> weights = new HashMap<>();
    private final Map<Term, TermStates> statesOf = new HashMap<>();

    VisibleSearcher(IndexReader reader, VisibleTexts texts) {
        super(reader);
        this.texts = texts;
        setSimilarity(new BM25Similarity(K1, B));
        setQueryCache(null);
    }

    private record Asked(Query query, ScoreMode mode, float boost) {}

    /** A word of several clauses is looked up once. */
    @Override
    public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
        if (query instanceof BoostQuery boosted) {
            return createWeight(
                    boosted.getQuery(), mode, boosted.getBoost() * boost); // its own way leads past this one
        }
        if (!(query instanceof TermQuery word) || word.getTermStates() != null) {
            return super.createWeight(query, mode, boost);
        }
        Asked asked = new Asked(query, mode, boost);
        Weight weight = weights.get(asked);
        if (weight == null) {
            weight = super.createWeight(new TermQuery(word.getTerm(), states(word.getTerm())), mode, boost);
            weights.put(asked, weight);
        }
        return weight;
    }

    /** Lucene's own way to look a word up hands each segment to an executor, which costs more than the segment's answer. */
    private TermStates states(Term term) throws IOException {
        TermStates states = statesOf.get(term);
        if (states == null) {
            states = new TermStates(getTopReaderContext());
            for (LeafReaderContext leaf : getIndexReader().leaves()) {
                TermsEnum terms = Terms.getTerms(leaf.reader(), term.field()).iterator();
                if (terms.seekExact(term.bytes())) {
                    states.register(terms.termState(), leaf.ord, terms.docFreq(), terms.totalTermFreq());
                }
            }
            statesOf.put(term, states);
        }
        return states;
    }

    /** Has collected what a query finds among these documents. */
    <C extends Collector> C search(Query query, SeenDocuments among, C collector) throws IOException {
        Weight weight = createWeight(rewrite(query), collector.scoreMode(), 1);
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
            BulkScorer scorer = weight.bulkScorer(leaf);
            if (scorer != null) {
                LeafCollector into = collector.getLeafCollector(leaf);
                scorer.score(into, among.in(leaf), 0, DocIdSetIterator.NO_MORE_DOCS);
                into.finish();
            }
        }
        return collector;
    }

    /** Returns what is made of what a query finds among these documents. */
    <C extends Collector, T> T search(Query query, SeenDocuments among, CollectorManager<C, T> manager)
            throws IOException {
        return manager.reduce(List.of(search(query, among, manager.newCollector())));
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        int documents = Math.max(1, texts.documentsWith(term)); // a term that is in none of them is never scored
        return new TermStatistics(term.bytes(), documents, documents);
    }

    /**
     * Of a field that no text here has, the least that is valid: Lucene asks for it where a text for others has the word,
     * and then scores none by it.
     */
    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
        return texts.of(field).orElseGet(() -> new CollectionStatistics(field, 1, 1, 1, 1));
    }
}
