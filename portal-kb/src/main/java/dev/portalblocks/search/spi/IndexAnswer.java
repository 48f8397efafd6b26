// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an index answers.
 *
 * @param hits the hits, the best first
 * @param correction the reader's text with those words put right that stand in nothing the reader may see; null where there are none, or
 *     nothing like them
 * @param facets the counts of each facet that was asked for
 */
public record IndexAnswer(List<RankedHit> hits, @Nullable String correction, Map<Facet, List<FacetCount>> facets) {
    private static final IndexAnswer NOTHING = new IndexAnswer(List.of(), null, Map.of());

    /** Copies the collections. */
    public IndexAnswer {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** Returns this answer with other hits. */
    public IndexAnswer with(List<RankedHit> others) {
        return new IndexAnswer(others, correction, facets);
    }

    /** Returns that nothing was found. */
    public static IndexAnswer nothing() {
        return NOTHING;
    }
}
