// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import java.util.UUID;

/**
 * How far a reader has come in a tenant's log: one value over all lanes, which never passes an event whose transaction
 * may still commit. It names the event that it stands behind, so that a log knows its own positions from those of another
 * log, or of a later state that it was set back from.
 *
 * @param commit which commit, in the store's own count, or the event's place where the store counts places
 * @param offset which event of that commit; 0 where places are counted
 * @param event the id of that event
 */
public record LogPosition(long commit, long offset, UUID event) implements Comparable<LogPosition> {
    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, 0, new UUID(0, 0));

    @Override
    public int compareTo(LogPosition other) {
        int byCommit = Long.compare(commit, other.commit);
        int byPlace = byCommit != 0 ? byCommit : Long.compare(offset, other.offset);
        return byPlace != 0 ? byPlace : event.compareTo(other.event);
    }
}
