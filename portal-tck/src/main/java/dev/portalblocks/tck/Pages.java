// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Keyset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through a list page by page, as a caller does. */
public final class Pages {
    private static final int TOO_MANY = 1_000;

    private Pages() {}

    /**
     * One page of a list.
     *
     * @param <T> what is listed
     */
    @FunctionalInterface
    public interface Page<T> {
        /** Returns up to {@code limit} items behind {@code after}. */
        List<T> read(@Nullable Keyset after, int limit);
    }

    /** Returns all items, read in pages of this size; a page that is not full must be the last one. */
    public static <T> List<T> walk(int limit, Page<T> page, Function<T, Keyset> place) {
        return walk(limit, page, place, number -> {});
    }

    /** Does the same and calls {@code between} with the number of each page, from 1, after it was read. */
    public static <T> List<T> walk(int limit, Page<T> page, Function<T, Keyset> place, Between between) {
        List<T> seen = new ArrayList<>();
        Keyset after = null;
        boolean mayGoOn = true;
        for (int number = 1; number < TOO_MANY; number++) {
            List<T> items = page.read(after, limit);
            assertThat(items).as("a page of %d at most", limit).hasSizeLessThanOrEqualTo(limit);
            if (items.isEmpty()) {
                return seen;
            }
            assertThat(mayGoOn)
                    .as("the page before was not full, so it was the last one")
                    .isTrue();
            mayGoOn = items.size() == limit;
            seen.addAll(items);
            Keyset last = place.apply(items.get(items.size() - 1));
            assertThat(last).as("where the next page begins").isNotEqualTo(after);
            after = last;
            between.pages(number);
        }
        throw new AssertionError("The pages do not end");
    }

    /** What happens between two pages. */
    @FunctionalInterface
    public interface Between {
        /** Is told how many pages were read. */
        void pages(int number);
    }
}
