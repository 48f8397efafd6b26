// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out for some keys, as long as it is asked for: when so many have been added, those go that were not asked for since
 * as many were added before. Thread-safe; two threads may work out the same.
 */
final class Remembered<K, V> {
    /** Of so many words, and of those before them, it is remembered what they are made of: most of any text. */
    private static final int WORDS = 8_192;

    private final int most;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    /** Keeps up to twice so many. */
    Remembered(int most) {
        this.most = most;
    }

    /** Returns a function of words that remembers. */
    static <V> Function<String, V> ofWords(Function<String, V> function) {
        Remembered<String, V> remembered = new Remembered<>(WORDS);
        return word -> {
            V known = remembered.find(word);
            if (known == null) {
                known = function.apply(word);
                remembered.keep(word, known);
            }
            return known;
        };
    }

    /** Returns what is kept; null for nothing. */
    @Nullable
    V find(K key) {
        V value = young.get(key);
        if (value == null) {
            value = old.get(key);
            if (value != null) {
                keep(key, value);
            }
        }
        return value;
    }

    /** Keeps a value. */
    void keep(K key, V value) {
        Map<K, V> kept = young;
        kept.put(key, value);
        if (kept.size() >= most) {
            old = kept;
            young = new ConcurrentHashMap<>();
        }
    }
}
