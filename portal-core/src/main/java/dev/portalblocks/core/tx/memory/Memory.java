// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.Tx;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tables and logs in memory that commit together: the database of tests, first steps and small installations.
 *
 * <p>Readers see the state of their begin, writers lock what they write, row by row, until they end; work that takes
 * long delays nobody who wants other rows. Nothing is written to disk. Thread-safe.
 */
public final class Memory implements JoinableDomain<Tx> {

    private final Commits commits = new Commits();
    private final Locks locks;

    @SuppressWarnings("ThreadLocalUsage") // per memory: transactions of two memories do nest; set only while work runs
    private final ThreadLocal<MemoryTx> running = new ThreadLocal<>();

    private final Map<String, MemoryTable<?, ?>> tables = new TreeMap<>();
    private final Map<String, MemoryLog<?, ?>> logs = new TreeMap<>();

    /** Creates an empty memory whose transactions wait for a lock for at most ten seconds. */
    public Memory() {
        this(Duration.ofSeconds(10));
    }

    /** Creates an empty memory whose transactions wait for a lock for at most so long, which is more than nothing. */
    public Memory(Duration lockWaitLimit) {
        if (lockWaitLimit.isNegative() || lockWaitLimit.isZero()) {
            throw new IllegalArgumentException("The limit for a lock must be positive");
        }
        this.locks = new Locks(lockWaitLimit);
    }

    /**
     * Runs the work in a writing transaction and commits it. Where a lock was refused to the work, and it went on all
     * the same, nothing is committed and the refusal is thrown again.
     *
     * @throws IllegalStateException if the thread is in a transaction of this memory already
     */
    @Override
    public <R> R write(Function<Tx, R> work) {
        return run(work, false);
    }

    /**
     * Runs the work in a reading transaction, which waits for nobody.
     *
     * @throws IllegalStateException if the thread is in a transaction of this memory already
     */
    @Override
    public <R> R read(Function<Tx, R> work) {
        return run(work, true);
    }

    /**
     * Runs the work in a writing transaction of its own and commits it. Where a host's transaction is joined on this
     * thread, that one is left aside meanwhile: neither sees what the other has not committed, and what happens to one
     * is nothing to the other. But it waits for rows that the host's transaction has locked, hence for itself: that ends
     * with {@code storage.lock-timeout}.
     *
     * @throws IllegalStateException if the thread is in a transaction of this memory that it is not joining
     */
    @Override
    public <R> R apart(Function<Tx, R> work) {
        MemoryTx host = running.get();
        if (host == null) {
            return begin(work, false, true);
        }
        host.requireRoom();
        try {
            return begin(work, false, false);
        } finally {
            running.set(host);
        }
    }

    /**
     * Runs the work so that each transaction that it begins on this memory is a part of the host's transaction, and only
     * the host's end commits it; only {@link #apart} still has one of its own, so that a denial stays on record whatever
     * becomes of the host's. A part that throws is taken back alone, keeps its locks, and leaves the host's transaction
     * as it was before: nothing on this memory ends in {@code storage.transaction-lost}.
     *
     * @param host a transaction of this memory, which runs on this thread
     */
    @Override
    public <R> R joining(Tx host, Supplier<R> work) {
        return MemoryTx.of(host, commits).joining(work);
    }

    @Override
    public boolean isJoining() {
        MemoryTx host = running.get();
        return host != null && host.isJoining();
    }

    private <R> R run(Function<Tx, R> work, boolean readOnly) {
        MemoryTx host = running.get();
        return host == null ? begin(work, readOnly, true) : host.runPart(work, readOnly);
    }

    private <R> R begin(Function<Tx, R> work, boolean readOnly, boolean host) {
        MemoryTx tx = new MemoryTx(new Workspace(commits, locks, readOnly), readOnly, host);
        running.set(tx);
        try {
            R result = work.apply(tx);
            tx.commit();
            return result;
        } finally {
            running.remove();
            tx.end();
        }
    }

    /**
     * Returns the table of that name, a new one at first; whoever asks again means the same types and order.
     *
     * @throws IllegalArgumentException if a log has the name
     */
    @SuppressWarnings("unchecked") // who asks for the same name means the same types
    public <K, V> MemoryTable<K, V> table(String name, Comparator<? super K> order) {
        synchronized (tables) {
            requireFree(name, logs);
            return (MemoryTable<K, V>) tables.computeIfAbsent(name, n -> new MemoryTable<K, V>(commits, locks, order));
        }
    }

    /**
     * Returns the log of that name, a new one at first; whoever asks again means the same types and order.
     *
     * @throws IllegalArgumentException if a table has the name
     */
    @SuppressWarnings("unchecked") // who asks for the same name means the same types
    public <K, E> MemoryLog<K, E> log(String name, Comparator<? super K> order) {
        synchronized (tables) {
            requireFree(name, tables);
            return (MemoryLog<K, E>) logs.computeIfAbsent(name, n -> new MemoryLog<K, E>(commits, order));
        }
    }

    private static void requireFree(String name, Map<String, ?> others) {
        if (others.containsKey(name)) {
            throw new IllegalArgumentException("The name has another kind of store: " + name);
        }
    }

    /**
     * Returns what is committed, for tests and diagnostics: by name, of a table its rows as {@link Map.Entry}, of a log
     * its {@linkplain MemoryLog.Entry entries} as {@link Map.Entry} with their keys, all in order and of one state.
     */
    public Map<String, List<Object>> contents() {
        long commit = commits.open();
        try {
            Map<String, List<Object>> contents = new TreeMap<>();
            synchronized (tables) {
                tables.forEach((name, table) -> contents.put(name, table.contents(commit)));
                logs.forEach((name, log) -> contents.put(name, log.contents(commit)));
            }
            return Collections.unmodifiableMap(contents);
        } finally {
            commits.close(commit);
            commits.sweep();
        }
    }

    /** Returns how many transactions wait for a lock now, for tests. */
    int waiting() {
        return locks.waiting();
    }

    /** Returns how many rows wait for the end of older transactions to be tidied up, for tests. */
    int stale() {
        return commits.waiting();
    }
}
