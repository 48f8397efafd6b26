// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PageRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an operation lists: which page of which query, from where the rows come, and where each row stands.
 *
 * @param page which page
 * @param query what tells this list from others of the same operation; a cursor of one is invalid for another
 * @param rows reads rows from the store
 * @param place where a row stands in the order
 * @param <T> a row
 */
public record Listing<T>(PageRequest page, Object query, Rows<T> rows, Function<T, Keyset> place) {
    /**
     * Reads rows from a store.
     *
     * @param <T> a row
     */
    @FunctionalInterface
    public interface Rows<T> {
        /** Returns up to {@code limit} rows behind {@code after}, in order. */
        List<T> read(OperationContext context, @Nullable Keyset after, int limit);
    }
}
