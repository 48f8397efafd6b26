// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A log of a {@link Memory}: per key what was appended, in the order of the commits. No method locks or waits.
 *
 * <p>Nothing is ever added before a position that somebody could read, so that a reader who goes on from its last entry
 * misses none. Transactions are refused as by {@link MemoryTable}. Thread-safe.
 *
 * @param <K> keys, immutable; two are the same where the log's order says so
 * @param <E> elements, immutable
 */
public final class MemoryLog<K, E> {

    /**
     * An element and its position, which orders by commit, then by offset.
     *
     * @param commit number of the commit that appended it, from 1; over all keys and stores of the memory
     * @param offset place among what that commit appended to this log, from 0; over all keys
     * @param element what was appended
     */
    public record Entry<E>(long commit, long offset, E element) {}

    private record Slot<K>(K key, long commit, long offset) {
        /** Of two slots of the same key. */
        boolean isBehind(Slot<K> other) {
            return commit > other.commit || (commit == other.commit && offset > other.offset);
        }
    }

    private final Commits commits;
    private final Comparator<? super K> order;
    private final Workspace.Part<Writes> part = new Workspace.Part<>(Writes::new);
    private final Rows<Slot<K>, E> rows;

    MemoryLog(Commits commits, Comparator<? super K> order) {
        this.commits = commits;
        this.order = order;
        this.rows = new Rows<>(
                commits,
                Comparator.<Slot<K>, K>comparing(Slot::key, order)
                        .thenComparingLong(Slot::commit)
                        .thenComparingLong(Slot::offset));
    }

    private final class Writes implements Commits.Change {
        private final List<Map.Entry<K, E>> appended = new ArrayList<>();
        private final Map<K, Slot<K>> removed = new TreeMap<>(order);

        void append(Workspace tx, K key, E element) {
            tx.onUndo(() -> appended.remove(appended.size() - 1));
            appended.add(Map.entry(key, element));
        }

        void removeUpTo(Workspace tx, Slot<K> last) {
            Slot<K> before = removed.get(last.key());
            tx.onUndo(() -> {
                if (before == null) {
                    removed.remove(last.key());
                } else {
                    removed.put(last.key(), before);
                }
            });
            removed.merge(last.key(), last, MemoryLog::later);
        }

        @Override
        public void publish(Commits.Publication commit) {
            removed.values().forEach(last -> remove(commit, last));
            long offset = 0;
            for (Map.Entry<K, E> entry : appended) {
                rows.publish(commit, new Slot<>(entry.getKey(), commit.number(), offset++), entry.getValue());
            }
        }

        private void remove(Commits.Publication commit, Slot<K> last) {
            Slot<K> start = new Slot<>(last.key(), 0, 0);
            for (Entry<E> entry : read(start, commit.number() - 1, last, Integer.MAX_VALUE)) {
                rows.publish(commit, new Slot<>(last.key(), entry.commit(), entry.offset()), null);
            }
        }
    }

    /** Appends an element; the commit gives it its position, before which the transaction itself can't read it. */
    public void append(Tx tx, K key, E element) {
        Workspace own = MemoryTx.writable(tx, commits).workspace();
        Writes writes = own.writing(part);
        writes.append(own, key, element);
    }

    /** Returns at most so many entries of the key, in order, that follow a position; all follow {@code (0, 0)}. */
    public List<Entry<E>> after(Tx tx, K key, long commit, long offset, int limit) {
        Workspace own = MemoryTx.of(tx, commits).workspace();
        long seen = own.view().commit();
        Writes writes = own.written(part);
        Slot<K> removed = writes == null ? null : writes.removed.get(key);
        Slot<K> place = new Slot<>(key, commit, offset);
        Slot<K> anchor = removed == null ? place : later(place, removed);
        return read(anchor, seen, new Slot<>(key, seen, Long.MAX_VALUE), limit);
    }

    /** Removes the key's entries up to a position, itself included, as far as they are committed now. */
    public void removeUpTo(Tx tx, K key, long commit, long offset) {
        Workspace own = MemoryTx.writable(tx, commits).workspace();
        long latest = commits.latest();
        Slot<K> last = commit > latest ? new Slot<>(key, latest, Long.MAX_VALUE) : new Slot<>(key, commit, offset);
        Writes writes = own.writing(part);
        writes.removeUpTo(own, last);
    }

    private static <K> Slot<K> later(Slot<K> one, Slot<K> two) {
        return one.isBehind(two) ? one : two;
    }

    /** Reads on from an anchor, up to the last slot, what is there as of a commit. */
    private List<Entry<E>> read(Slot<K> anchor, long asOf, Slot<K> last, int limit) {
        List<Entry<E>> entries = new ArrayList<>();
        Cursor<Slot<K>, E> cursor = rows.from(anchor, false, asOf);
        for (var row = cursor.take(); row != null && entries.size() < limit; row = cursor.take()) {
            Slot<K> slot = row.getKey();
            E element = row.getValue().value();
            if (order.compare(slot.key(), anchor.key()) != 0 || slot.isBehind(last)) {
                break;
            }
            if (element != null) {
                entries.add(new Entry<>(slot.commit(), slot.offset(), element));
            }
        }
        return List.copyOf(entries);
    }

    /** Returns the entries with their keys as of a commit that is held open. */
    List<Object> contents(long commit) {
        List<Object> contents = new ArrayList<>();
        Cursor<Slot<K>, E> cursor = rows.from(null, true, commit);
        for (var row = cursor.take(); row != null; row = cursor.take()) {
            Slot<K> slot = row.getKey();
            E element = row.getValue().value();
            if (element != null) {
                contents.add(Map.entry(slot.key(), new Entry<>(slot.commit(), slot.offset(), element)));
            }
        }
        return List.copyOf(contents);
    }

    /** Returns what it keeps, for tests. */
    Rows<?, E> rows() {
        return rows;
    }
}
