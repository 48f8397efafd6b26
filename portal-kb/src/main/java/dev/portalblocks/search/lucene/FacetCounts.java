// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.FacetCount;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/** Counts documents by each value of a field. */
final class FacetCounts {
    /** How many values are told, those with the most documents. */
    static final int MAX_VALUES = 100;

    private FacetCounts() {}

    /** Returns how many of these documents have each value; of equal counts the smaller value comes first. */
    static List<FacetCount> of(IndexSearcher searcher, SeenDocuments documents, String field) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
            int[] bySegment = counts(leaf.reader(), field, values, documents.in(leaf));
            for (int ord = 0; ord < bySegment.length; ord++) {
                if (bySegment[ord] > 0) {
                    counts.merge(values.lookupOrd(ord).utf8ToString(), bySegment[ord], Math::addExact);
                }
            }
        }
        return counts.entrySet().stream()
                .map(count -> new FacetCount(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(FacetCount::hits).reversed().thenComparing(FacetCount::value))
                .limit(MAX_VALUES)
                .toList();
    }

    private static int[] counts(LeafReader segment, String field, SortedSetDocValues values, FixedBitSet documents)
            throws IOException {
        long all = values.getValueCount();
        SegmentMemory memory = RememberingReader.memoryOf(segment);
        if (memory != null && ValueSets.mayBeKept(segment.maxDoc(), all) && ValueSets.areFaster(documents, all)) {
            return memory.sets(field, values, segment.maxDoc()).counts(documents);
        }
        int[] counts = new int[Math.toIntExact(all)];
        SortedDocValues single = DocValues.unwrapSingleton(values);
        if (single == null) {
            count(documents, values, counts);
        } else {
            count(documents, single, counts);
        }
        return counts;
    }

    private static void count(FixedBitSet documents, SortedSetDocValues values, int[] counts) throws IOException {
        int document = SeenDocuments.first(documents);
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[Math.toIntExact(values.nextOrd())]++;
                }
            }
            document = SeenDocuments.next(documents, document);
        }
    }

    private static void count(FixedBitSet documents, SortedDocValues values, int[] counts) throws IOException {
        int document = SeenDocuments.first(documents);
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            if (values.advanceExact(document)) {
                counts[values.ordValue()]++;
            }
            document = SeenDocuments.next(documents, document);
        }
    }
}
