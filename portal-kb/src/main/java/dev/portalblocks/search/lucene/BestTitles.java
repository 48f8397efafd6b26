// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * Collects the first of very many documents that score alike: a few letters begin thousands of titles. Within a segment objects are
 * compared by number, and read only for the best.
 */
final class BestTitles extends SimpleCollector {
    private final int limit;
    private final List<BestHits.Hit> hits = new ArrayList<>();
    private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(Comparator.reverseOrder());
    private @Nullable Scorable scorer;
    private @Nullable SortedDocValues objects;
    private int base;

    private BestTitles(int limit) {
        this.limit = limit;
    }

    private record Candidate(float score, int object, int document) implements Comparable<Candidate> {
        private static final Comparator<Candidate> ORDER =
                Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::object);

        @Override
        public int compareTo(Candidate other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns how up to {@code limit} documents are collected, the best first. */
    static CollectorManager<BestTitles, List<BestHits.Hit>> first(int limit) {
        return new CollectorManager<>() {
            @Override
            public BestTitles newCollector() {
                return new BestTitles(limit);
            }

            @Override
            public List<BestHits.Hit> reduce(Collection<BestTitles> collectors) {
                List<BestHits.Hit> all = new ArrayList<>();
                collectors.forEach(collector -> all.addAll(collector.hits));
                Collections.sort(all);
                return List.copyOf(all.subList(0, Math.min(limit, all.size())));
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        base = leaf.docBase;
        objects = DocValues.getSorted(leaf.reader(), Fields.OBJECT);
    }

    @Override
    public void setScorer(Scorable scorable) {
        scorer = scorable;
    }

    @Override
    public void collect(int document) throws IOException {
        if (scorer == null || objects == null) {
            throw new IllegalStateException("Lucene names the segment and the scorer first");
        }
        float score = scorer.score();
        Candidate worst = worstFirst.size() < limit ? null : worstFirst.peek();
        if ((worst != null && score < worst.score()) || !objects.advanceExact(document)) {
            return;
        }
        Candidate candidate = new Candidate(score, objects.ordValue(), base + document);
        if (worst == null || candidate.compareTo(worst) < 0) {
            worstFirst.add(candidate);
            if (worstFirst.size() > limit) {
                worstFirst.poll();
            }
        }
    }

    @Override
    public void finish() throws IOException {
        SortedDocValues own = objects;
        for (Candidate candidate : worstFirst) {
            if (own != null) {
                String object = own.lookupOrd(candidate.object()).utf8ToString();
                hits.add(new BestHits.Hit(new Place(candidate.score(), object), candidate.document()));
            }
        }
        worstFirst.clear();
    }
}
