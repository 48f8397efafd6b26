// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The instants at which documents of one state of an index begin or cease to be shown. Between two of them nothing changes,
 * so that what is counted for one reader at one time holds until the next. Thread-safe.
 */
final class Times {
    private final NavigableSet<Long> changes;

    private Times(NavigableSet<Long> changes) {
        this.changes = changes;
    }

    /** Reads them. */
    static Times of(IndexReader reader) throws IOException {
        NavigableSet<Long> changes = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            add(changes, leaf.reader().getSortedNumericDocValues(Fields.FROM));
            add(changes, leaf.reader().getSortedNumericDocValues(Fields.UNTIL));
        }
        return new Times(changes);
    }

    /** Returns the last instant up to this one at which anything changes; the same for all times at which the same is shown. */
    long lastChange(Instant now) {
        Long last = changes.floor(micros(now));
        return last == null ? Long.MIN_VALUE : last;
    }

    /** Leaves out of a query what is not shown at this time. */
    static void addShown(BooleanQuery.Builder query, long time) {
        if (time < Long.MAX_VALUE) {
            query.add(LongPoint.newRangeQuery(Fields.FROM, time + 1, Long.MAX_VALUE), Occur.MUST_NOT);
        }
        query.add(LongPoint.newRangeQuery(Fields.UNTIL, Long.MIN_VALUE, time), Occur.MUST_NOT);
    }

    /** Returns the instant in microseconds; what lies beyond them is as far as they go. */
    static long micros(Instant instant) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static void add(NavigableSet<Long> changes, @Nullable SortedNumericDocValues values) throws IOException {
        if (values != null) {
            while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                changes.add(values.nextValue());
            }
        }
    }
}
