// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.search.spi.FinishedSearch;
import dev.portalblocks.search.spi.SearchRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A search that somebody takes note of, or fails to: it is answered all the same. */
final class RecordedSearch {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedSearch.class);

    private RecordedSearch() {}

    /** Hands the search over; the log says where that failed. */
    static void by(SearchRecorder recorder, FinishedSearch finished) {
        try {
            recorder.record(finished);
        } catch (RuntimeException e) {
            LOG.warn("A search was not recorded: {}", e.getClass().getName());
        }
    }
}
