// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import java.util.Set;

/**
 * A search that came to its end. Who searched is not in it, but for how far they see, which says more than is to be kept.
 *
 * @param tenant whose portal
 * @param query what the index was asked, with the reader's own words
 * @param types every kind of object that the search has
 * @param found whether there was a hit
 * @param token stands for the search
 * @param at when it was asked
 */
public record FinishedSearch(
        TenantId tenant, IndexQuery query, Set<String> types, boolean found, SearchToken token, Instant at) {
    /** Copies the types. */
    public FinishedSearch {
        types = Set.copyOf(types);
    }
}
