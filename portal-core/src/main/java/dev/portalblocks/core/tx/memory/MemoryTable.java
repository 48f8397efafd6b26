// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static java.util.Objects.requireNonNull;

import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A table of a {@link Memory}: immutable values by key, in key order.
 *
 * <p>What a call sees, and what it waits for, is the contract of {@link dev.portalblocks.core.tx.TransactionDomain}.
 * Whatever locks may end with a {@link dev.portalblocks.core.model.PortalException.StorageFailure}: {@code
 * storage.deadlock} or {@code storage.lock-timeout}, both retryable, or {@code storage.interrupted}, which is not and
 * leaves the thread's interrupt flag set. After one of them the transaction can't commit; where it is a {@linkplain
 * dev.portalblocks.core.tx.JoinableDomain part} of another one, that one can.
 *
 * <p>Each method refuses with {@code IllegalArgumentException} a transaction of another domain, and with {@code
 * IllegalStateException} one that has ended, that belongs to another thread, or that only reads where the method
 * writes or locks. Thread-safe.
 *
 * @param <K> keys, immutable; two are the same where the table's order says so
 * @param <V> values, immutable: the table hands out what it was given
 */
public final class MemoryTable<K, V> {

    private final Commits commits;
    private final Comparator<? super K> order;
    private final Workspace.Part<Writes> part = new Workspace.Part<>(Writes::new);
    private final Rows<K, V> rows;
    private final Locks.Keys<K> keys;

    MemoryTable(Commits commits, Locks locks, Comparator<? super K> order) {
        this.commits = commits;
        this.order = order;
        this.rows = new Rows<>(commits, order);
        this.keys = locks.new Keys<>(order);
    }

    /** The transaction's own writes to the table, with the earlier ones that an open stream still shows. */
    private final class Writes implements Commits.Change {
        private final ConcurrentNavigableMap<K, Version<V>> own = new ConcurrentSkipListMap<>(order);

        void write(Workspace tx, K key, @Nullable V value) {
            long statement = tx.statement();
            Version<V> before = own.get(key);
            tx.onUndo(() -> {
                if (before == null) {
                    own.remove(key);
                } else {
                    own.put(key, before);
                }
            });
            own.put(key, new Version<>(statement, value, Version.at(before, statement - 1)));
        }

        @Override
        public void publish(Commits.Publication commit) {
            own.forEach((key, written) -> rows.publish(commit, key, written.value()));
        }
    }

    /** Finds the row of the key, without waiting for anybody. */
    public Optional<V> find(Tx tx, K key) {
        return live(MemoryTx.of(tx, commits), key);
    }

    /** Locks the key, even where no row has it, until the transaction ends, and finds its latest row. */
    public Optional<V> findForUpdate(Tx tx, K key) {
        return live(locking(tx, key), key);
    }

    /**
     * Adds a row unless the key has one, as under a unique index: waits for who is just writing the key. Locks the key.
     *
     * @return whether the row was added
     */
    public boolean insert(Tx tx, K key, V value) {
        requireNonNull(value); // null means deleted further down
        MemoryTx own = locking(tx, key);
        boolean free = live(own, key).isEmpty();
        if (free) {
            write(own, key, value);
        }
        return free;
    }

    /** Adds or replaces the row of the key. Locks the key. */
    public void put(Tx tx, K key, V value) {
        requireNonNull(value);
        write(locking(tx, key), key, value);
    }

    /**
     * Removes the row of the key. Locks the key.
     *
     * @return whether there was one
     */
    public boolean delete(Tx tx, K key) {
        MemoryTx own = locking(tx, key);
        boolean there = live(own, key).isPresent();
        if (there) {
            write(own, key, null);
        }
        return there;
    }

    /** Returns all rows; as {@link #from} with no bound. */
    public Stream<Map.Entry<K, V>> all(Tx tx) {
        return scan(tx, null, true);
    }

    /**
     * Returns the rows from a key on, itself included, in key order.
     *
     * <p>The stream reads on demand, so a limit costs no more than what passes it. It shows the state of this call, no
     * matter what is committed or written meanwhile, and serves the transaction's thread until the transaction ends.
     */
    public Stream<Map.Entry<K, V>> from(Tx tx, K lower) {
        return scan(tx, lower, true);
    }

    /** Returns the rows that follow a key, itself excluded; all where the key is null. Otherwise as {@link #from}. */
    public Stream<Map.Entry<K, V>> after(Tx tx, @Nullable K anchor) {
        return scan(tx, anchor, false);
    }

    private Stream<Map.Entry<K, V>> scan(Tx tx, @Nullable K lower, boolean inclusive) {
        MemoryTx own = MemoryTx.of(tx, commits);
        Workspace.View view = own.workspace().view();
        Writes writes = own.workspace().written(part);
        Cursor<K, V> written = writes == null ? null : new Cursor<>(writes.own, lower, inclusive, view.statement());
        Cursor<K, V> committed = rows.from(lower, inclusive, view.commit());
        return StreamSupport.stream(new Scan<>(own, order, committed, written), false);
    }

    private MemoryTx locking(Tx tx, K key) {
        MemoryTx own = MemoryTx.writable(tx, commits);
        own.lock(keys, key);
        return own;
    }

    private void write(MemoryTx tx, K key, @Nullable V value) {
        Writes writes = tx.workspace().writing(part);
        writes.write(tx.workspace(), key, value);
    }

    private Optional<V> live(MemoryTx tx, K key) {
        Writes writes = tx.workspace().written(part);
        Version<V> version = writes == null ? null : writes.own.get(key);
        if (version == null) {
            Version<V> newest = rows.newest(key); // before the commit is asked for: it holds what that commit sees
            version = Version.at(newest, tx.workspace().asOf());
        }
        return version == null ? Optional.empty() : Optional.ofNullable(version.value());
    }

    /** Returns the rows as of a commit that is held open. */
    List<Object> contents(long commit) {
        List<Object> contents = new ArrayList<>();
        Cursor<K, V> cursor = rows.from(null, true, commit);
        for (Map.Entry<K, Version<V>> row = cursor.take(); row != null; row = cursor.take()) {
            V value = row.getValue().value();
            if (value != null) {
                contents.add(Map.entry(row.getKey(), value));
            }
        }
        return List.copyOf(contents);
    }

    /** Returns what it keeps, for tests. */
    Rows<K, V> rows() {
        return rows;
    }
}
