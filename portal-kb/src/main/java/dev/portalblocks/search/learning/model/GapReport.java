// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.model;

import java.util.List;

/**
 * What readers asked for and did not get. A query is in a list for itself, whatever other lists it is in.
 *
 * @param asked how many searches there were in all
 * @param withheld how many of them are in no list because their words came too seldom: they could tell who asked
 * @param foundNothing what found nothing, the most frequent first, with the reasons
 * @param unopened what found something that nobody opened, the most frequent first
 * @param followed what a message followed, the most frequent first
 * @param writeNext all of it by weight, the heaviest first
 */
public record GapReport(
        long asked,
        long withheld,
        List<QueryGap> foundNothing,
        List<QueryGap> unopened,
        List<QueryGap> followed,
        List<WriteNext> writeNext) {
    /** Copies the lists. */
    public GapReport {
        foundNothing = List.copyOf(foundNothing);
        unopened = List.copyOf(unopened);
        followed = List.copyOf(followed);
        writeNext = List.copyOf(writeNext);
    }
}
