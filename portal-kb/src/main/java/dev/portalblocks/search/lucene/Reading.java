// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Who reads a state of an index, and when. A later page is ranked by what its reader saw on the first one, and shows of it what
 * is still seen now.
 *
 * @param first what was seen on the first page: what counts in the order
 * @param now what is seen now
 * @param at when the first page was asked for
 */
record Reading(Readership first, Readership now, Instant at) {
    /** Returns the reading of a first page. */
    static Reading first(Readership now, Instant at) {
        return new Reading(now, now, at);
    }

    /** Returns whether what was seen is still seen, and no more. */
    boolean isUnchanged() {
        return first.equals(now);
    }

    /** Returns the documents that are shown. */
    Query documents() {
        return isUnchanged()
                ? now.documents()
                : new BooleanQuery.Builder()
                        .add(first.documents(), Occur.FILTER)
                        .add(now.documents(), Occur.FILTER)
                        .build();
    }

    /** Returns of what this is a page. */
    ViewMark mark(IndexView view) throws IOException {
        return ViewMark.of(view.textsFor(first), at);
    }
}
