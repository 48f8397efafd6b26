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
 * Collects the best documents behind a place.
 *
 * <p>Every document is scored in full: where Lucene may skip what can't reach the top, it adds up in another order, and the
 * last bit of a score would depend on the page.
 */
final class BestHits extends SimpleCollector {
    private final @Nullable Place after;
    private final int limit;
    private final long today;
    private final float most;
    private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(Comparator.reverseOrder());
    private @Nullable Scorable scorer;
    private @Nullable SortedDocValues objects;
    private @Nullable Signals signals;
    private int base;

    private BestHits(@Nullable Place after, int limit, long today, float most) {
        this.after = after;
        this.limit = limit;
        this.today = today;
        this.most = most;
    }

    /**
     * A document that was found.
     *
     * @param place where it stands
     * @param document Lucene's number of it
     */
    record Hit(Place place, int document) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit other) {
            return place.compareTo(other.place);
        }
    }

    /**
     * Returns how up to {@code limit} documents behind {@code after} are collected, the best first; their signals count as of
     * this day.
     */
    static CollectorManager<BestHits, List<Hit>> after(@Nullable Place after, int limit, long today) {
        return after(after, limit, today, Float.POSITIVE_INFINITY);
    }

    /** Returns the same where no score counts more than this. */
    static CollectorManager<BestHits, List<Hit>> after(@Nullable Place after, int limit, long today, float most) {
        return new CollectorManager<>() {
            @Override
            public BestHits newCollector() {
                return new BestHits(after, limit, today, most);
            }

            @Override
            public List<Hit> reduce(Collection<BestHits> collectors) {
                List<Hit> hits = new ArrayList<>();
                collectors.forEach(collector -> hits.addAll(collector.worstFirst));
                Collections.sort(hits);
                return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
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
        signals = Signals.of(leaf.reader(), today);
    }

    @Override
    public void setScorer(Scorable scorable) {
        scorer = scorable;
    }

    @Override
    public void collect(int document) throws IOException {
        if (scorer == null || objects == null || signals == null) {
            throw new IllegalStateException("Lucene names the segment and the scorer first");
        }
        float score = Math.min(most, scorer.score() * signals.factor(document));
        Hit worst = worstFirst.size() < limit ? null : worstFirst.peek();
        boolean before = after != null && score > after.score();
        boolean behind = limit == 0 || (worst != null && score < worst.place().score());
        if (before || behind || !objects.advanceExact(document)) {
            return;
        }
        offer(new Hit(new Place(score, objects.lookupOrd(objects.ordValue()).utf8ToString()), base + document));
    }

    private void offer(Hit hit) {
        if (after == null || hit.place().compareTo(after) > 0) {
            worstFirst.add(hit);
            if (worstFirst.size() > limit) {
                worstFirst.poll();
            }
        }
    }
}
