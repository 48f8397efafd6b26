// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.search.BrokenSearchIndexes.Right;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Search indexes that break one promise each about what is told beside the hits. */
final class BrokenNarrowing {
    private BrokenNarrowing() {}

    /** What a hit has to be besides its kind is not looked at. */
    @Breaks(10)
    static final class KnowsKindsOnly implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    IndexQuery.Filter kinds =
                            query.only().without(Facet.CATEGORY).without(Facet.TAG);
                    return super.search(tenant, query, after, limit)
                            .with(super.search(tenant, query.among(kinds), after, limit)
                                    .hits());
                }
            };
        }
    }

    /** A facet shows what was chosen, and nothing else to choose. */
    @Breaks(11)
    static final class HidesTheOthers implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    IndexAnswer answer = super.search(tenant, query, after, limit);
                    Map<Facet, List<FacetCount>> chosen = new HashMap<>(answer.facets());
                    chosen.computeIfPresent(
                            Facet.CATEGORY,
                            (facet, counts) -> counts.stream()
                                    .filter(count -> query.only().categories().isEmpty()
                                            || query.only().categories().contains(count.value()))
                                    .toList());
                    return new IndexAnswer(answer.hits(), answer.correction(), chosen);
                }
            };
        }
    }

    /** Everything is counted, whoever asks. */
    @Breaks(11)
    static final class CountsUnasked implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    return super.search(tenant, query.counting(Facet.values()), after, limit);
                }
            };
        }
    }

    /** Who asks for a word that is there is offered another. */
    @Breaks(12)
    static final class KnowsBetter implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    IndexAnswer answer = super.search(tenant, query, after, limit);
                    return new IndexAnswer(answer.hits(), query.text() + "s", answer.facets());
                }
            };
        }
    }
}
