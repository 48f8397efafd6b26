// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit items at most, 1 to 200
 * @param after where the last page ended; null for the first
 */
public record PageRequest(int limit, @Nullable Cursor after) {
    /** The most items that one page holds. */
    public static final int MAX_LIMIT = 200;

    /** Checks the limit; throws {@link PortalException.InvalidInput} with {@code page.limit}. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new PortalException.InvalidInput("page.limit");
        }
    }

    /** Returns the request of a first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    /**
     * Returns the request of the page that follows this cursor; without one that of the first page, so that an optional
     * parameter of a URL can be handed over as it is. A loop ends at a page whose {@link Page#next} is null.
     */
    public PageRequest after(@Nullable Cursor cursor) {
        return new PageRequest(limit, cursor);
    }
}
