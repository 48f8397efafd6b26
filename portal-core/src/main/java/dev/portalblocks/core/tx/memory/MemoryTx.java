// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction over the stores of one memory. Its writes are its own alone until the commit lays them in. */
final class MemoryTx implements Tx {

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
    private final boolean readOnly;
    private final Thread thread = Thread.currentThread();
    private final Locks locks;
    private final Locks.Holder holder;
    private final Map<Part<?>, Commits.Change> changes = new HashMap<>();
    private final Set<Long> snapshots = new HashSet<>();
    private final View begin;
    private long statement;
    private @Nullable StorageFailure failure;
    private final Joining joining = new Joining();
    private long writes;
    private boolean ended;

    MemoryTx(Commits commits, Locks locks, boolean readOnly) {
        this.commits = commits;
        this.locks = locks;
        this.readOnly = readOnly;
        this.holder = locks.holder();
        this.begin = new View(readOnly ? snapshot() : 0, 0);
    }

    /** Returns the transaction if it is one of these commits and may be used here and now. */
    static MemoryTx of(Tx tx, Commits commits) {
        if (!(tx instanceof MemoryTx own) || own.commits != commits) {
            throw new IllegalArgumentException("The transaction belongs to another domain");
        }
        own.requireRunning();
        return own;
    }

    /** Returns the transaction if it may also write. */
    static MemoryTx writable(Tx tx, Commits commits) {
        MemoryTx own = of(tx, commits);
        if (own.isReadOnly()) {
            throw new IllegalStateException("The transaction only reads");
        }
        return own;
    }

    void requireRunning() {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("The transaction belongs to another thread");
        }
        if (ended) {
            throw new IllegalStateException("The transaction has ended");
        }
    }

    @Override
    public boolean isReadOnly() {
        return readOnly || joining.isReading();
    }

    @Override
    public boolean isJoined() {
        return joining.isOpen();
    }

    /** Lets transactions that begin while the work runs join this one. */
    <R> R joining(Supplier<R> work) {
        return joining.host(work);
    }

    /** Refuses a transaction beside this one, unless others may join and none does just now. */
    void requireRoom() {
        joining.requireRoom();
    }

    /** Runs a joined transaction's work: what it has written can't be taken back alone. */
    <R> R runJoined(Function<Tx, R> work, boolean reading) {
        long before = writes;
        return joining.guest(reading, () -> {
            try {
                return work.apply(this);
            } catch (StorageFailure e) {
                failure = e;
                throw e;
            } catch (RuntimeException | Error e) {
                if (writes != before) {
                    failure = new StorageFailure("storage.joined-work-failed", false, e);
                }
                throw e;
            }
        });
    }

    /** Returns the commit as of which a single row is read now. */
    long asOf() {
        return readOnly ? begin.commit() : commits.latest();
    }

    /** Returns the number that own writes carry now: that of the next statement. */
    long statement() {
        return statement;
    }

    /** Begins a statement that reads many rows; what it sees is kept until the transaction ends. */
    View view() {
        return readOnly ? begin : new View(snapshot(), statement++);
    }

    private long snapshot() {
        long latest = commits.open();
        if (!snapshots.add(latest)) {
            commits.close(latest);
        }
        return latest;
    }

    /** Takes a lock until the end. After a refusal the transaction can't commit, even where the work goes on. */
    <K> void lock(Locks.Keys<K> keys, K key) {
        try {
            keys.acquire(holder, key);
        } catch (StorageFailure e) {
            failure = e;
            throw e;
        }
    }

    /** Finds what it has written to a store; null where that is nothing. */
    @SuppressWarnings("unchecked") // only the part's own changes are put there, below
    <C extends Commits.Change> @Nullable C written(Part<C> part) {
        return (C) changes.get(part);
    }

    /** Returns what it writes to a store, where more can be written. */
    @SuppressWarnings("unchecked") // as above
    <C extends Commits.Change> C writing(Part<C> part) {
        writes++;
        return (C) changes.computeIfAbsent(part, p -> p.nothing.get());
    }

    void commit() {
        if (failure != null) {
            throw failure;
        }
        if (!changes.isEmpty()) {
            commits.commit(changes.values());
        }
    }

    void end() {
        ended = true;
        locks.release(holder);
        snapshots.forEach(commits::close);
        commits.sweep();
    }
}
