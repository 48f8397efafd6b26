// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, cut by key and not by number, so that inserts and deletes shift nothing.
 *
 * @param items in the list's order
 * @param next where the following page begins; null when this was the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Returns the cursor of the following page, if there is one. */
    public Optional<Cursor> findNext() {
        return Optional.ofNullable(next);
    }

    /** Returns the same page of what {@code view} makes of each item. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        List<R> mapped = items.stream().<R>map(view).toList();
        return new Page<>(mapped, next);
    }
}
