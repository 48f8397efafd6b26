// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Of what a page was taken, so that the next one can be taken of the same: which documents its reader saw, and when. What others
 * see is no part of it, so that a cursor tells nothing of that.
 *
 * @param documents what the documents say, in one number
 * @param micros when the first page was asked for, in microseconds
 */
record ViewMark(long documents, long micros) {
    /** So many characters of a sort key say where; the others, of what. */
    static final int PLACE = 8;

    private static final int NUMBER = 16;
    private static final int HEX = 16;

    /** Returns the mark of what is read now. */
    static ViewMark of(VisibleTexts texts, Instant now) {
        return new ViewMark(texts.digest(), Times.micros(now));
    }

    /** Reads back the mark of a page; {@code cursor.invalid} when it is not one of ours. */
    static ViewMark of(Keyset keyset) {
        String mark = keyset.sortKey();
        if (mark.length() != PLACE + NUMBER + NUMBER) {
            throw new PortalException.InvalidInput("cursor.invalid");
        }
        try {
            return new ViewMark(number(mark, PLACE), number(mark, PLACE + NUMBER));
        } catch (NumberFormatException e) {
            throw new PortalException.InvalidInput("cursor.invalid");
        }
    }

    /** Returns when the first page was asked for; its signals count on all of them. */
    Instant now() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Returns it as text that is the same length for all. */
    String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(documents) + hex.toHexDigits(micros);
    }

    private static long number(String text, int from) {
        return Long.parseUnsignedLong(text.substring(from, from + NUMBER), HEX);
    }
}
