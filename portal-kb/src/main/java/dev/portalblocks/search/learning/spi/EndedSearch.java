// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.NotPersonal;
import java.util.Set;

/**
 * A search of which nothing more is to be heard.
 *
 * @param search the search
 * @param signs what happened after it
 */
public record EndedSearch(
        @NotPersonal("its own components say what they are") StoredSearch search,
        @NotPersonal("its own components say what they are") Set<StoredSign> signs) {
    /** Copies the signs. */
    public EndedSearch {
        signs = Set.copyOf(signs);
    }
}
