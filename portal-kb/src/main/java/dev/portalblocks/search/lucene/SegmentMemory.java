// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where one segment keeps words, and in which documents values stand. Thread-safe. */
final class SegmentMemory {
    /** Of so many words, and of those asked for before them: some two megabytes of a segment in which all are asked for. */
    private static final int KEPT = 4_096;

    private final Remembered<Term, Known> known = new Remembered<>(KEPT);
    private final Map<String, ValueSets> sets = new ConcurrentHashMap<>();

    /**
     * What a segment has of a word.
     *
     * @param state where it is kept; null where the segment does not have it
     * @param documents in how many documents it stands, deleted ones among them
     * @param times how often
     */
    record Known(@Nullable TermState state, int documents, long times) {
        static final Known ABSENT = new Known(null, 0, 0);
    }

    /** Returns what is remembered of a word; null where nothing is. */
    @Nullable
    Known find(String field, BytesRef word) {
        return known.find(new Term(field, word));
    }

    /** Remembers a word. */
    void keep(String field, BytesRef word, Known what) {
        known.keep(new Term(field, word), what);
    }

    /** Returns where the values of a field stand, of which it has so many documents; they are read the first time. */
    ValueSets sets(String field, SortedSetDocValues values, int documents) throws IOException {
        ValueSets read = sets.get(field);
        if (read == null) {
            read = ValueSets.of(values, documents);
            sets.put(field, read);
        }
        return read;
    }
}
