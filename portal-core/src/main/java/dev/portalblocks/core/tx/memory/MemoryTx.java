// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction over the stores of one memory, or a part of one, which works in the same place as the whole. */
final class MemoryTx implements Tx {

    private final Workspace workspace;
    private final boolean readOnly;
    private final boolean joined;
    private final Thread thread = Thread.currentThread();
    private final Joining joining;
    private @Nullable StorageFailure failure;
    private boolean ended;

    /** Begins; as a host, where others may join it. */
    MemoryTx(Workspace workspace, boolean readOnly, boolean host) {
        this.workspace = workspace;
        this.readOnly = readOnly;
        this.joined = false;
        this.joining = new Joining(host);
    }

    private MemoryTx(MemoryTx host, boolean reading) {
        this.workspace = host.workspace;
        this.readOnly = host.readOnly || reading;
        this.joined = true;
        this.joining = new Joining(false);
    }

    /** Returns the transaction if it is one of these commits and may be used here and now. */
    static MemoryTx of(Tx tx, Commits commits) {
        if (!(tx instanceof MemoryTx own) || !own.workspace.isOver(commits)) {
            throw new IllegalArgumentException("The transaction belongs to another domain");
        }
        own.requireRunning();
        return own;
    }

    /** Returns the transaction if it may also write. */
    static MemoryTx writable(Tx tx, Commits commits) {
        MemoryTx own = of(tx, commits);
        if (own.readOnly) {
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
        return readOnly;
    }

    @Override
    public boolean isJoined() {
        return joined;
    }

    /** Returns where it works. */
    Workspace workspace() {
        return workspace;
    }

    /** Lets transactions that begin while the work runs become parts of this one. */
    <R> R joining(Supplier<R> work) {
        return joining.host(work);
    }

    /** Returns whether others may take part now. */
    boolean isJoining() {
        return joining.isOpen();
    }

    /** Refuses a transaction beside this one, unless others may join and none does just now. */
    void requireRoom() {
        joining.requireRoom();
    }

    /** Runs a part of this transaction, and takes it back where it throws. */
    <R> R runPart(Function<Tx, R> work, boolean reading) {
        return joining.guest(() -> workspace.undoably(() -> new MemoryTx(this, reading).toEnd(work)));
    }

    private <R> R toEnd(Function<Tx, R> work) {
        try {
            R result = work.apply(this);
            requireSound();
            return result;
        } finally {
            ended = true;
        }
    }

    /** Takes a lock until the end. After a refusal nothing is committed, even where the work goes on. */
    <K> void lock(Locks.Keys<K> keys, K key) {
        try {
            workspace.lock(keys, key);
        } catch (StorageFailure e) {
            failure = e;
            throw e;
        }
    }

    private void requireSound() {
        if (failure != null) {
            throw failure;
        }
    }

    void commit() {
        requireSound();
        workspace.commit();
    }

    void end() {
        ended = true;
        workspace.end();
    }
}
