// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.SearchToken;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param hits a page of what fits, the best first
 * @param didYouMean the reader's text with those words put right that stand in nothing they may read; the hits are already those
 *     of the better words. Null where nothing was put right
 * @param facets how many hits there are of each kind, in each category, under each tag, as far as the query asked; the most frequent
 *     first, a hundred at most. By what the query itself is narrowed in one of them, that one is not: so a reader sees what
 *     else could be chosen
 * @param token stands for this search where something is learned of searches: hand it back when the reader opens a hit, of this
 *     page or of a later one, or writes to the company. Null otherwise, and on later pages
 */
public record SearchResults(
        Page<SearchHit> hits,
        @Nullable String didYouMean,
        Map<Facet, List<FacetCount>> facets,
        @Nullable SearchToken token) {
    /** Copies the facets. */
    public SearchResults {
        Map<Facet, List<FacetCount>> copy = new EnumMap<>(Facet.class);
        facets.forEach((facet, counts) -> copy.put(facet, List.copyOf(counts)));
        facets = Collections.unmodifiableMap(copy);
    }
}
