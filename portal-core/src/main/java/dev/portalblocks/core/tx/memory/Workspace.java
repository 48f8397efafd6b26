// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a transaction looks at, has locked and has written, which is its own alone until the commit lays it in. */
final class Workspace {

    /**
     * What one statement sees.
     *
     * @param commit the latest commit
     * @param statement its number in the transaction; own writes that follow it carry a higher one
     */
    record View(long commit, long statement) {}

    /** The place of one store's changes in each transaction. */
    static final class Part<C extends Commits.Change> {
        private final Supplier<C> nothing;

        Part(Supplier<C> nothing) {
            this.nothing = nothing;
        }
    }

    private final Commits commits;
    private final Locks locks;
    private final Locks.Holder holder;
    private final Map<Part<?>, Commits.Change> changes = new HashMap<>();
    private final Set<Long> snapshots = new HashSet<>();
    private final @Nullable View begin;
    private long statement;
    private @Nullable Deque<Runnable> undo;

    /** Sees one state all the time where it is fixed. */
    Workspace(Commits commits, Locks locks, boolean fixed) {
        this.commits = commits;
        this.locks = locks;
        this.holder = locks.holder();
        this.begin = fixed ? new View(snapshot(), 0) : null;
    }

    /** Returns whether it is one over these commits. */
    boolean isOver(Commits others) {
        return commits == others;
    }

    /** Returns the commit as of which a single row is read now. */
    long asOf() {
        return begin == null ? commits.latest() : begin.commit();
    }

    /** Returns the number that own writes carry now: that of the next statement. */
    long statement() {
        return statement;
    }

    /** Begins a statement that reads many rows; what it sees is kept until the transaction ends. */
    View view() {
        return begin == null ? new View(snapshot(), statement++) : begin;
    }

    private long snapshot() {
        long latest = commits.open();
        if (!snapshots.add(latest)) {
            commits.close(latest);
        }
        return latest;
    }

    <K> void lock(Locks.Keys<K> keys, K key) {
        keys.acquire(holder, key);
    }

    /** Finds what is written to a store; null where that is nothing. */
    @SuppressWarnings("unchecked") // only the part's own changes are put there, below
    <C extends Commits.Change> @Nullable C written(Part<C> part) {
        return (C) changes.get(part);
    }

    /** Returns what is written to a store, where more can be written. */
    @SuppressWarnings("unchecked") // as above
    <C extends Commits.Change> C writing(Part<C> part) {
        return (C) changes.computeIfAbsent(part, p -> p.nothing.get());
    }

    /** Has the step run where what is being written is taken back; each step takes back one change of what is here. */
    void onUndo(Runnable step) {
        if (undo != null) {
            undo.push(step);
        }
    }

    /** Runs work whose writes stay only where it returns. What it has locked stays locked. */
    <R> R undoably(Supplier<R> work) {
        Deque<Runnable> steps = new ArrayDeque<>();
        undo = steps;
        try {
            R result = work.get();
            steps.clear();
            return result;
        } finally {
            undo = null;
            steps.forEach(Runnable::run);
        }
    }

    void commit() {
        if (!changes.isEmpty()) {
            commits.commit(changes.values());
        }
    }

    void end() {
        locks.release(holder);
        snapshots.forEach(commits::close);
        commits.sweep();
    }
}
