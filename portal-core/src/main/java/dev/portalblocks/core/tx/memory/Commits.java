// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The commits of one memory: numbered from 1, published one after the other, visible at once as a whole; and who still
 * looks at which of them.
 */
final class Commits {

    /** What a transaction has written to one store. */
    interface Change {
        /** Lays it into the store under the number, where nobody sees it before the commit is the latest. */
        void publish(Publication publication);
    }

    /**
     * A commit on its way.
     *
     * @param number its number
     * @param snapshots the commits that somebody looks at or may begin to look at meanwhile
     * @param undo what takes back the steps that were done, last one first
     */
    record Publication(long number, NavigableSet<Long> snapshots, Deque<Runnable> undo) {}

    private record Stale(long number, Runnable sweep) {}

    /** Held while versions are laid in or swept, never while work runs. */
    private final ReentrantLock publishing = new ReentrantLock();

    private final Queue<Stale> stale = new ConcurrentLinkedQueue<>();

    /** Guards itself and changes of {@code latest}, so that readers begin while a large commit is being published. */
    private final TreeMap<Long, Integer> held = new TreeMap<>();

    private volatile long latest;

    /** Returns the number of the latest commit; all of it can be seen. */
    long latest() {
        return latest;
    }

    /** Keeps the state of the latest commit until {@link #close} is called with its number. */
    long open() {
        synchronized (held) {
            held.merge(latest, 1, Integer::sum);
            return latest;
        }
    }

    void close(long snapshot) {
        synchronized (held) {
            held.computeIfPresent(snapshot, (number, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Publishes all changes as the next commit, or none of them where one throws. */
    void commit(Collection<? extends Change> changes) {
        publishing.lock();
        try {
            Publication next = new Publication(latest + 1, snapshots(), new ArrayDeque<>());
            try {
                changes.forEach(change -> change.publish(next));
            } catch (RuntimeException | Error e) {
                next.undo().forEach(Runnable::run);
                throw e;
            }
            synchronized (held) {
                latest = next.number();
            }
        } finally {
            publishing.unlock();
        }
    }

    /** Has the step run, alone, as soon as nobody looks at what was before the commit. For publications and sweeps. */
    void later(long commit, Runnable sweep) {
        stale.add(new Stale(commit, sweep));
    }

    /** Runs the steps that are due; leaves them to the other one while somebody publishes or sweeps. */
    void sweep() {
        while (isDue() && publishing.tryLock()) {
            try {
                if (isDue()) {
                    stale.remove().sweep().run();
                }
            } finally {
                publishing.unlock();
            }
        }
    }

    /** Returns the commits that somebody looks at or may begin to look at now. */
    NavigableSet<Long> snapshots() {
        synchronized (held) {
            NavigableSet<Long> snapshots = new TreeSet<>(held.keySet());
            snapshots.add(latest);
            return snapshots;
        }
    }

    private boolean isDue() {
        Stale next = stale.peek();
        if (next == null) {
            return false;
        }
        synchronized (held) {
            return next.number() <= (held.isEmpty() ? latest : held.firstKey());
        }
    }

    /** Returns how many steps are not due yet, for tests. */
    int waiting() {
        return stale.size();
    }
}
