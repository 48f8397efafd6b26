// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.Comparator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The live rows of one statement in key order: the transaction's own writes laid over what was committed. */
final class Scan<K, V> extends Spliterators.AbstractSpliterator<Map.Entry<K, V>> {

    private final MemoryTx tx;
    private final Comparator<? super K> order;
    private final Cursor<K, V> committed;
    private final @Nullable Cursor<K, V> own;

    Scan(MemoryTx tx, Comparator<? super K> order, Cursor<K, V> committed, @Nullable Cursor<K, V> own) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL);
        this.tx = tx;
        this.order = order;
        this.committed = committed;
        this.own = own;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Map.Entry<K, V>> action) {
        tx.requireRunning();
        for (Map.Entry<K, Version<V>> row = take(); row != null; row = take()) {
            V value = row.getValue().value();
            if (value != null) {
                action.accept(Map.entry(row.getKey(), value));
                return true;
            }
        }
        return false;
    }

    private Map.@Nullable Entry<K, Version<V>> take() {
        Map.Entry<K, Version<V>> mine = own == null ? null : own.head();
        if (own == null || mine == null) {
            return committed.take();
        }
        Map.Entry<K, Version<V>> theirs = committed.head();
        int side = theirs == null ? -1 : order.compare(mine.getKey(), theirs.getKey());
        if (side == 0) {
            committed.take(); // hidden under the own write
        }
        return side > 0 ? committed.take() : own.take();
    }
}
