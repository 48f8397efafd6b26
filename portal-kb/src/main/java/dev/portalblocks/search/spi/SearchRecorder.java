// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

/**
 * Takes note of searches. It is called on the reader's thread once the search's transaction has ended, and the reader waits
 * for it: it does nothing that takes time, and nothing that depends on what the reader may not see. Further pages of a
 * search are no search. Thread-safe.
 */
@FunctionalInterface
public interface SearchRecorder {
    /** Takes note of a search. Whatever exception it throws, the search is answered; the log has the exception's class. */
    void record(FinishedSearch search);
}
