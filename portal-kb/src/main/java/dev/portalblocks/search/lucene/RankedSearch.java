// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Ranks in two passes. The first scores by what finds, and leaves out what can't be among the best {@value #RANKED}; the second adds to
 * these what only lifts, clause by clause in one order, so that a score depends on nothing but the document and what the reader sees.
 * What comes behind the best stands there by the first pass, below all of them. Which are the best depends on no page.
 */
final class RankedSearch {
    /** How many documents are ranked in full; more than a page holds. */
    static final int RANKED = 256;

    private final VisibleSearcher searcher;
    private final FittingQuery fitting;
    private final SeenDocuments among;
    private final SeenDocuments shown;
    private final long today;

    /** Ranks these documents, whose signals count as of this day, and shows those of them that are still seen. */
    RankedSearch(VisibleSearcher searcher, FittingQuery fitting, SeenDocuments among, SeenDocuments shown, long today) {
        this.searcher = searcher;
        this.fitting = fitting;
        this.among = among;
        this.shown = shown;
        this.today = today;
    }

    /** Returns up to {@code limit} documents behind a place, the best first. */
    List<BestHits.Hit> behind(@Nullable Place after, int limit) throws IOException {
        Candidates found = candidates();
        Ranked ranked = ranked(found.documents());
        List<BestHits.Hit> hits = new ArrayList<>(ranked.shown().behind(after, limit));
        boolean isLast = hits.size() < limit || ranked.worst() == 0;
        if (found.areSome() && isLast) {
            SeenDocuments rest = shown.without(searcher, ranked.documents);
            float most = Math.max(0, Math.nextDown(ranked.worst()));
            hits.addAll(searcher.search(fitting.finding(), rest, BestHits.after(after, limit, today, most)));
            Collections.sort(hits);
        }
        return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
    }

    /** A query of very many clauses is first searched for by those that count most. */
    private Candidates candidates() throws IOException {
        Candidates found = searcher.search(fitting.first(), among, new Candidates(RANKED, today));
        return found.areSome() || fitting.isShort()
                ? found
                : searcher.search(fitting.finding(), among, new Candidates(RANKED, today));
    }

    private Ranked ranked(int[] documents) throws IOException {
        Ranked all = new Ranked(documents);
        for (Query clause : fitting.findingClauses()) {
            add(clause, documents, all.scores);
        }
        double[] first = all.scores.clone();
        for (Query clause : fitting.liftingClauses()) {
            add(clause, documents, all.scores);
        }
        float[] finding = all.weighed(first);
        return documents.length <= RANKED ? all : all.atLeast(Candidates.nth(finding.clone(), RANKED), finding);
    }

    private void add(Query clause, int[] documents, double[] scores) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(clause), ScoreMode.TOP_SCORES, 1);
        int next = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            int from = next;
            while (next < documents.length && documents[next] < end) {
                next++;
            }
            Scorer scorer = next == from ? null : weight.scorer(leaf);
            if (scorer != null) {
                add(scorer, leaf.docBase, documents, from, next, scores);
            }
        }
    }

    private static void add(Scorer scorer, int base, int[] documents, int from, int to, double[] scores)
            throws IOException {
        DocIdSetIterator standing = scorer.iterator();
        for (int i = from; i < to; i++) {
            int document = documents[i] - base;
            int at = standing.docID() < document ? standing.advance(document) : standing.docID();
            if (at == document) {
                scores[i] += scorer.score();
            }
        }
    }

    /** What is ranked in full, in the order of the documents. */
    private final class Ranked {
        private final int[] documents;
        private final double[] scores;
        private float @Nullable [] weighed;

        Ranked(int[] documents) {
            this.documents = documents;
            scores = new double[documents.length];
        }

        /** Returns those of which something is at least so much. */
        Ranked atLeast(float least, float[] of) {
            int[] kept = new int[documents.length];
            double[] keptScores = new double[documents.length];
            int size = 0;
            for (int i = 0; i < documents.length; i++) {
                if (of[i] >= least) {
                    kept[size] = documents[i];
                    keptScores[size] = scores[i];
                    size++;
                }
            }
            Ranked best = new Ranked(Arrays.copyOf(kept, size));
            System.arraycopy(keptScores, 0, best.scores, 0, size);
            return best;
        }

        /** Returns those that are still seen. */
        Ranked shown() {
            float[] seen = new float[documents.length];
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            for (int i = 0; i < documents.length; i++) {
                LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[i], leaves));
                seen[i] = shown.in(leaf).get(documents[i] - leaf.docBase) ? 1 : 0;
            }
            return atLeast(1, seen);
        }

        /** Returns scores with the documents' signals. */
        float[] weighed(double[] bare) throws IOException {
            float[] all = new float[bare.length];
            int next = 0;
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Signals signals = Signals.of(leaf.reader(), today);
                int end = leaf.docBase + leaf.reader().maxDoc();
                for (; next < documents.length && documents[next] < end; next++) {
                    all[next] = (float) bare[next] * signals.factor(documents[next] - leaf.docBase);
                }
            }
            return all;
        }

        private float[] weighed() throws IOException {
            float[] known = weighed;
            if (known == null) {
                known = weighed(scores);
                weighed = known;
            }
            return known;
        }

        float worst() throws IOException {
            float worst = Float.POSITIVE_INFINITY;
            for (float score : weighed()) {
                worst = Math.min(worst, score);
            }
            return worst;
        }

        /** Names only what may be on the page, as a name takes longer to read than a score. */
        List<BestHits.Hit> behind(@Nullable Place after, int limit) throws IOException {
            float[] all = weighed();
            float[] left = new float[all.length];
            int size = 0;
            for (float score : all) {
                if (after == null || score <= after.score()) {
                    left[size++] = score;
                }
            }
            int more = limit; // of equal score as the last one seen there may be some before it
            for (float score : all) {
                more += after != null && score == after.score() ? 1 : 0;
            }
            float least = size <= more || more == 0 ? 0 : Candidates.nth(Arrays.copyOf(left, size), more);
            List<BestHits.Hit> hits = new ArrayList<>();
            for (int i = 0; i < all.length; i++) {
                if (all[i] >= least && (after == null || all[i] <= after.score())) {
                    BestHits.Hit hit = new BestHits.Hit(new Place(all[i], name(documents[i])), documents[i]);
                    if (after == null || hit.place().compareTo(after) > 0) {
                        hits.add(hit);
                    }
                }
            }
            Collections.sort(hits);
            return hits.subList(0, Math.min(limit, hits.size()));
        }
    }

    private String name(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues objects = DocValues.getSorted(leaf.reader(), Fields.OBJECT);
        if (!objects.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("A document that names no object");
        }
        return objects.lookupOrd(objects.ordValue()).utf8ToString();
    }
}
