// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * One state of a row, with the states before it: an immutable chain, newest first.
 *
 * @param number since when it holds: a commit, or for an uncommitted write the statement of its transaction
 * @param value the row's value; null where the row was deleted
 * @param older the state before, as far as anybody may still look at it
 */
record Version<V>(long number, @Nullable V value, @Nullable Version<V> older) {

    /** Finds what holds at the number; null where the chain begins later. */
    static <V> @Nullable Version<V> at(@Nullable Version<V> newest, long number) {
        Version<V> version = newest;
        while (version != null && version.number > number) {
            version = version.older;
        }
        return version;
    }

    /** Keeps this state and what the snapshots see of the older ones; null where that is only that nothing is there. */
    @Nullable
    Version<V> seenBy(NavigableSet<Long> snapshots) {
        Deque<Version<V>> seen = new ArrayDeque<>();
        seen.push(this);
        Version<V> newer = this;
        for (Version<V> version = older; version != null; version = version.older) {
            Long next = snapshots.ceiling(version.number);
            if (next != null && next < newer.number) {
                seen.push(version);
            }
            newer = version;
        }
        Version<V> kept = null;
        for (Version<V> version : seen) {
            if (kept != null || version.value != null) { // a deletion of nothing says no more than no version
                kept = new Version<>(version.number, version.value, kept);
            }
        }
        return kept;
    }

    /** Returns whether it is to be looked at again when older snapshots have ended. */
    boolean isStale() {
        return older != null || value == null;
    }
}
