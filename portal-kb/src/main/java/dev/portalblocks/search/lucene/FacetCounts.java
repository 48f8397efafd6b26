// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.FacetCount;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts by each value of a field the documents that are found. */
final class FacetCounts extends SimpleCollector {
    /** How many values are told, those with the most documents. */
    static final int MAX_VALUES = 100;

    private final String field;
    private final Map<String, Integer> counts = new HashMap<>();
    private @Nullable SortedSetDocValues values;
    private int[] bySegment = {};

    private FacetCounts(String field) {
        this.field = field;
    }

    /** Returns what counts by a field; of equal counts the smaller value comes first. */
    static CollectorManager<FacetCounts, List<FacetCount>> by(String field) {
        return new CollectorManager<>() {
            @Override
            public FacetCounts newCollector() {
                return new FacetCounts(field);
            }

            @Override
            public List<FacetCount> reduce(Collection<FacetCounts> collectors) {
                Map<String, Integer> all = new HashMap<>();
                collectors.forEach(
                        collector -> collector.counts.forEach((value, n) -> all.merge(value, n, Math::addExact)));
                return all.entrySet().stream()
                        .map(count -> new FacetCount(count.getKey(), count.getValue()))
                        .sorted(Comparator.comparing(FacetCount::hits)
                                .reversed()
                                .thenComparing(FacetCount::value))
                        .limit(MAX_VALUES)
                        .toList();
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        SortedSetDocValues own = DocValues.getSortedSet(leaf.reader(), field);
        values = own;
        bySegment = new int[Math.toIntExact(own.getValueCount())];
    }

    @Override
    public void collect(int document) throws IOException {
        SortedSetDocValues own = values;
        if (own != null && own.advanceExact(document)) {
            for (int i = 0; i < own.docValueCount(); i++) {
                bySegment[Math.toIntExact(own.nextOrd())]++;
            }
        }
    }

    @Override
    public void finish() throws IOException {
        SortedSetDocValues own = values;
        for (int ord = 0; own != null && ord < bySegment.length; ord++) {
            if (bySegment[ord] > 0) {
                counts.merge(own.lookupOrd(ord).utf8ToString(), bySegment[ord], Math::addExact);
            }
        }
        values = null;
    }
}
