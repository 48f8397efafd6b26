// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

/** What a search came to: a hit, or why there was none. */
public enum SearchOutcome {
    /** There was a hit. */
    FOUND,
    /** There is nothing for anybody. */
    NOTHING_THERE,
    /** There is something, for others. */
    OTHER_AUDIENCE,
    /** There is something, in another language. */
    OTHER_LANGUAGE,
    /** There is something, which the reader's filter left out. */
    FILTERED
}
