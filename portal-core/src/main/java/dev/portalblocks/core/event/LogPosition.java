// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

/**
 * How far a reader has come in a tenant's log: one value over all lanes, which never passes an event whose transaction
 * may still commit.
 *
 * @param commit which commit, in the store's own count
 * @param offset which event of that commit
 */
public record LogPosition(long commit, long offset) implements Comparable<LogPosition> {
    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, 0);

    @Override
    public int compareTo(LogPosition other) {
        int byCommit = Long.compare(commit, other.commit);
        return byCommit != 0 ? byCommit : Long.compare(offset, other.offset);
    }
}
