// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/** Scores by the statistics of what a reader may see. */
final class VisibleSearcher extends IndexSearcher {
    /** How soon a word that is repeated adds no more; below Lucene's 1.2, so that more different words count. */
    private static final float K1 = 0.9f;

    private static final float B = 0.75f;

    private final VisibleTexts texts;

    VisibleSearcher(IndexReader reader, VisibleTexts texts) {
        super(reader);
        this.texts = texts;
        setSimilarity(new BM25Similarity(K1, B));
        setQueryCache(null);
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
