// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of the documents of one state of an index. Handed to Lucene where it asks which documents are alive, it decides what is
 * found without being a clause of a query, and leaves Lucene its fastest ways to score. Thread-safe.
 */
final class SeenDocuments {
    private final List<FixedBitSet> bySegment;

    private SeenDocuments(List<FixedBitSet> bySegment) {
        this.bySegment = bySegment;
    }

    /** Tells which documents of a segment count. */
    private interface Counting {
        @Nullable
        Bits in(LeafReaderContext segment);
    }

    /** Returns what a query finds that is not deleted. */
    static SeenDocuments of(IndexSearcher searcher, Query query) throws IOException {
        return found(searcher, query, segment -> segment.reader().getLiveDocs());
    }

    /** Returns those of these that a query finds. */
    SeenDocuments among(IndexSearcher searcher, Query query) throws IOException {
        return found(searcher, query, this::in);
    }

    private static SeenDocuments found(IndexSearcher searcher, Query query, Counting counting) throws IOException {
        Weight weight = unscored(searcher, query);
        List<FixedBitSet> segments = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FixedBitSet found = new FixedBitSet(leaf.reader().maxDoc());
            BulkScorer scorer = weight.bulkScorer(leaf);
            if (scorer != null) {
                scorer.score(new Setting(found), counting.in(leaf), 0, DocIdSetIterator.NO_MORE_DOCS);
            }
            segments.add(found);
        }
        return new SeenDocuments(List.copyOf(segments));
    }

    /** Notes what is found. */
    private record Setting(FixedBitSet found) implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {
            // nothing is scored
        }

        @Override
        public void collect(int document) {
            found.set(document);
        }
    }

    /** Returns those of these that any of the queries finds: faster than one query of all, which looks at each document by itself. */
    SeenDocuments amongAny(IndexSearcher searcher, List<Query> queries) throws IOException {
        List<Weight> weights = new ArrayList<>();
        for (Query query : queries) {
            weights.add(unscored(searcher, query));
        }
        List<FixedBitSet> segments = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FixedBitSet found = new FixedBitSet(leaf.reader().maxDoc());
            for (Weight weight : weights) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer != null) {
                    found.or(scorer.iterator());
                }
            }
            found.and(in(leaf));
            segments.add(found);
        }
        return new SeenDocuments(List.copyOf(segments));
    }

    /** Returns whether a query finds any of these; looks no further than the first. */
    boolean hasAny(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = unscored(searcher, query);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null && hasAny(scorer.iterator(), in(leaf))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAny(DocIdSetIterator found, FixedBitSet among) throws IOException {
        while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (among.get(found.docID())) {
                return true;
            }
        }
        return false;
    }

    private static Weight unscored(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(new ConstantScoreQuery(query)), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Returns those of a segment; the caller does not change them. */
    FixedBitSet in(LeafReaderContext segment) {
        return bySegment.get(segment.ord);
    }

    /** Returns these without some others. */
    SeenDocuments without(IndexSearcher searcher, int[] documents) {
        List<FixedBitSet> rest = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FixedBitSet left = in(leaf).clone();
            for (int document : documents) {
                if (document >= leaf.docBase && document < leaf.docBase + left.length()) {
                    left.clear(document - leaf.docBase);
                }
            }
            rest.add(left);
        }
        return new SeenDocuments(rest);
    }

    /** Returns the first document of a set; {@code NO_MORE_DOCS} when it is empty. */
    static int first(FixedBitSet set) {
        return set.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : set.nextSetBit(0);
    }

    /** Returns the next document of a set; {@code NO_MORE_DOCS} behind the last. */
    static int next(FixedBitSet set, int document) {
        return document + 1 < set.length() ? set.nextSetBit(document + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }
}
