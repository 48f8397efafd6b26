// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.Visibility;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.search.BrokenSearchIndexes.Right;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Search indexes that break one promise each about pages while things change, and about what is owed. */
final class BrokenPages {
    private BrokenPages() {}

    /** Has come as far as it was told, and owes nothing. */
    @Breaks(9)
    static final class ForgetsWhatItOwes implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public Optional<IndexProgress> progress(TenantId tenant) {
                    return super.progress(tenant)
                            .map(progress -> new IndexProgress(progress.position(), progress.types()));
                }
            };
        }
    }

    /** Counts how many hits stood before the page, and leaves out as many of those that are there now. */
    @Breaks(21)
    static final class PagesByNumber implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                private List<Keyset> first = List.of();

                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    IndexAnswer right = super.search(tenant, query, after, limit);
                    List<RankedHit> present =
                            super.search(tenant, query, null, 1_000).hits();
                    if (after == null) {
                        first = present.stream().map(RankedHit::place).toList();
                        return right;
                    }
                    int before = first.indexOf(after) + 1;
                    return before == 0
                            ? right
                            : right.with(
                                    present.stream().skip(before).limit(limit).toList());
                }
            };
        }
    }

    /** Keeps the list of the last update but one, and no older one. */
    @Breaks(21)
    static final class KeepsOneList implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                private int updates;
                private int first;

                @Override
                public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
                    super.update(tenant, changes, progress);
                    updates++;
                }

                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    first = after == null ? updates : first;
                    if (updates > first + 5) {
                        throw new PortalException.InvalidInput("cursor.expired");
                    }
                    return super.search(tenant, query, after, limit);
                }
            };
        }
    }

    /** Shows on each page what was to be seen on the first. */
    @Breaks(22)
    static final class LooksOnce implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                private @Nullable Visibility first;

                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    Visibility seen = first;
                    if (after == null || seen == null) {
                        first = query.visible();
                        return super.search(tenant, query, after, limit);
                    }
                    Visibility then = new Visibility(query.scopes(), seen.now(), seen.withdrawn());
                    return super.search(tenant, query.seeing(then), after, limit);
                }
            };
        }
    }

    /** Begins anew without a word where the list is gone. */
    @Breaks(23)
    static final class BeginsAnew implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    try {
                        return super.search(tenant, query, after, limit);
                    } catch (PortalException.InvalidInput e) {
                        return super.search(tenant, query, null, limit);
                    }
                }
            };
        }
    }

    /** Calls every place invalid that it can't use. */
    @Breaks(23)
    static final class KnowsOneRefusal implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    try {
                        return super.search(tenant, query, after, limit);
                    } catch (PortalException.InvalidInput e) {
                        throw new PortalException.InvalidInput("cursor.invalid");
                    }
                }
            };
        }
    }
}
