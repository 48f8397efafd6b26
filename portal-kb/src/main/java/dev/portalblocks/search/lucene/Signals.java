// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.SearchDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * What moves a text a little up or down, by a few hundredths each: how lately it changed, and whether its readers called it
 * helpful. By whole days, so that pages of one day agree. For the documents of one segment, in their order.
 */
final class Signals {
    /** What a text that changed today has over one of which nobody knows. */
    private static final float FRESH = 0.03f;
    /** After so many days half of that is left. */
    private static final float HALF = 180;
    /** What everybody's praise adds, and everybody's blame takes away. */
    private static final float HELPFUL = 0.05f;

    /** No document's score is multiplied by more. */
    static final float MOST = 1 + FRESH + HELPFUL;

    private static final int THOUSANDTHS = 1_000;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final NumericDocValues changed;
    private final NumericDocValues helpful;
    private final long today;

    private Signals(NumericDocValues changed, NumericDocValues helpful, long today) {
        this.changed = changed;
        this.helpful = helpful;
        this.today = today;
    }

    /** Writes what is known. */
    static void add(Document document, SearchDocument.Signals signals) {
        Instant changed = signals.changed();
        if (changed != null) {
            document.add(new NumericDocValuesField(Fields.CHANGED, day(changed)));
        }
        Double share = signals.helpful();
        if (share != null) {
            document.add(new NumericDocValuesField(Fields.HELPFUL, Math.round(share * THOUSANDTHS)));
        }
    }

    /** Returns the day of an instant, which is the same for all that is asked on it. */
    static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), DAY);
    }

    /** Reads those of a segment as of a day. */
    static Signals of(LeafReader segment, long today) throws IOException {
        return new Signals(
                DocValues.getNumeric(segment, Fields.CHANGED), DocValues.getNumeric(segment, Fields.HELPFUL), today);
    }

    /** Returns by what a document's score is multiplied; asked in the order of the documents. */
    float factor(int document) throws IOException {
        float factor = 1;
        if (changed.advanceExact(document)) {
            factor += FRESH * HALF / (HALF + Math.max(0, today - changed.longValue()));
        }
        if (helpful.advanceExact(document)) {
            factor += HELPFUL * (2f * helpful.longValue() / THOUSANDTHS - 1);
        }
        return factor;
    }
}
