// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import org.jspecify.annotations.Nullable;

/** Walks the rows that have a version at one number, deleted ones too, in key order, while others change the map. */
final class Cursor<K, V> {

    private final Iterator<Map.Entry<K, Version<V>>> rows;
    private final long number;
    private Map.@Nullable Entry<K, Version<V>> head;

    /** Stands before the first row of the lower bound; null is no bound. */
    Cursor(ConcurrentNavigableMap<K, Version<V>> all, @Nullable K lower, boolean inclusive, long number) {
        this.rows =
                (lower == null ? all : all.tailMap(lower, inclusive)).entrySet().iterator();
        this.number = number;
        this.head = next();
    }

    /** Returns the row that comes next; null at the end. */
    Map.@Nullable Entry<K, Version<V>> head() {
        return head;
    }

    /** Returns the row that comes next and steps over it. */
    Map.@Nullable Entry<K, Version<V>> take() {
        Map.Entry<K, Version<V>> taken = head;
        head = next();
        return taken;
    }

    private Map.@Nullable Entry<K, Version<V>> next() {
        while (rows.hasNext()) {
            Map.Entry<K, Version<V>> row = rows.next();
            Version<V> version = Version.at(row.getValue(), number);
            if (version != null) {
                return Map.entry(row.getKey(), version);
            }
        }
        return null;
    }
}
