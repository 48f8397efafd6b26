// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What one dimension of a scope admits: everything, or only some values.
 *
 * @param <T> the values of the dimension
 */
public sealed interface Bound<T> {
    /** Admits every value. */
    record All<T>() implements Bound<T> {}

    /**
     * Admits these values and no other; none when empty.
     *
     * @param values what is admitted
     */
    record Only<T>(Set<T> values) implements Bound<T> {
        /** Copies the values. */
        public Only {
            values = Set.copyOf(values);
        }
    }

    /** Returns the bound that admits everything. */
    static <T> Bound<T> all() {
        return new All<>();
    }

    /** Returns the bound that admits these values only. */
    static <T> Bound<T> only(Collection<T> values) {
        return new Only<>(Set.copyOf(values));
    }

    /** Returns whether this value is admitted. */
    default boolean admits(T value) {
        return !(this instanceof Only<T> only) || only.values().contains(value);
    }

    /** Returns whether at least one of these values is admitted. */
    default boolean admitsAny(Collection<T> candidates) {
        return candidates.stream().anyMatch(this::admits);
    }

    /** Returns the values that are admitted, for a query; empty where every value is. */
    default Optional<Set<T>> restriction() {
        return this instanceof Only<T> only ? Optional.of(only.values()) : Optional.empty();
    }

    /** Returns the bound that admits what both admit. */
    default Bound<T> and(Bound<T> other) {
        if (!(this instanceof Only<T> mine)) {
            return other;
        }
        if (!(other instanceof Only<T> theirs)) {
            return this;
        }
        Set<T> both = new HashSet<>(mine.values());
        both.retainAll(theirs.values());
        return new Only<>(both);
    }
}
