// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The committed rows of one store: per key the versions that somebody may still look at, and no trace of a key that is
 * gone for everybody. Anybody reads at any time; the steps of {@link Commits} alone write, one after the other.
 */
final class Rows<K, V> {

    private final Commits commits;
    private final ConcurrentNavigableMap<K, Version<V>> chains;
    private final Set<K> stale;

    Rows(Commits commits, Comparator<? super K> order) {
        this.commits = commits;
        this.chains = new ConcurrentSkipListMap<>(order);
        this.stale = new TreeSet<>(order);
    }

    /** Returns the newest version, even of a commit that is just being published; null where there is none. */
    @Nullable
    Version<V> newest(K key) {
        return chains.get(key);
    }

    /** Returns the rows from a bound on (null is none) as of a commit. */
    Cursor<K, V> from(@Nullable K lower, boolean inclusive, long commit) {
        return new Cursor<>(chains, lower, inclusive, commit);
    }

    /** Lays in a value, or null for a deletion. */
    void publish(Commits.Publication commit, K key, @Nullable V value) {
        Version<V> before = chains.get(key);
        commit.undo().push(() -> set(key, before));
        set(key, new Version<>(commit.number(), value, before).seenBy(commit.snapshots()));
        sweepLater(key);
    }

    private void sweep(K key) {
        stale.remove(key);
        Version<V> newest = chains.get(key);
        if (newest != null) {
            set(key, newest.seenBy(commits.snapshots()));
            sweepLater(key);
        }
    }

    /** Queues the key once, however often it is written, so that one long reader does not make the queue grow. */
    private void sweepLater(K key) {
        Version<V> newest = chains.get(key);
        if (newest != null && newest.isStale() && stale.add(key)) {
            commits.later(newest.number(), () -> sweep(key));
        }
    }

    private void set(K key, @Nullable Version<V> newest) {
        if (newest == null) {
            chains.remove(key);
        } else {
            chains.put(key, newest);
        }
    }

    /** Returns how many keys leave a trace. */
    int size() {
        return chains.size();
    }
}
