// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.Visibility;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.search.BrokenSearchIndexes.Right;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Search indexes that break one promise each about what is a customer's own, withdrawn, or shown for a time. */
final class BrokenWithdrawals {
    private BrokenWithdrawals() {}

    /** A right index that is asked something else. */
    private abstract static class Misled extends Right {
        abstract Visibility misled(Visibility visible);

        @Override
        public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
            return super.search(tenant, query.seeing(misled(query.visible())), after, limit);
        }
    }

    /** Whose a document is is not looked at. */
    @Breaks(4)
    static final class ForgetsOwners implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Misled() {
                @Override
                Visibility misled(Visibility visible) {
                    Map<String, Scope> wider = new HashMap<>();
                    visible.scopes()
                            .forEach((type, scope) -> wider.put(
                                    type,
                                    new Scope(
                                            scope.tenant(),
                                            Bound.all(),
                                            scope.teams(),
                                            scope.audiences(),
                                            scope.states())));
                    return visible.within(wider);
                }
            };
        }
    }

    /** Takes what was withdrawn out of the hits that it has found: it still counts. */
    @Breaks(13)
    static final class LooksAtTheHitsAlone implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    IndexAnswer right = super.search(tenant, query, after, limit);
                    Visibility all = query.visible().without(position -> Set.of());
                    IndexAnswer answer = super.search(tenant, query.seeing(all), after, limit);
                    return new IndexAnswer(right.hits(), answer.correction(), answer.facets());
                }
            };
        }
    }

    /** Takes a customer for an object that it does not have. */
    @Breaks(1)
    static final class KeepsWhatIsACustomersOwn implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
                    List<SearchChange> ofObjects = changes.stream()
                            .filter(change -> !change.object().type().equals("customer"))
                            .toList();
                    super.update(tenant, ofObjects, progress);
                }
            };
        }
    }

    /** Takes every subject for an object. */
    @Breaks(13)
    static final class KnowsNoCustomers implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Misled() {
                @Override
                Visibility misled(Visibility visible) {
                    return visible.without(position -> visible.withdrawn().since(position).stream()
                            .filter(subject -> !subject.type().equals("customer"))
                            .collect(Collectors.toSet()));
                }
            };
        }
    }

    /** Asks what was withdrawn once for all, and goes by what it heard. */
    @Breaks(13)
    static final class AsksOnce implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Misled() {
                private @Nullable Set<ObjectRef> heard;

                @Override
                Visibility misled(Visibility visible) {
                    return visible.without(position -> heard(visible, position));
                }

                private Set<ObjectRef> heard(Visibility visible, LogPosition position) {
                    Set<ObjectRef> known = heard;
                    if (known == null) {
                        known = visible.withdrawn().since(position);
                        heard = known;
                    }
                    return known;
                }
            };
        }
    }

    /** Where it isn't told what was withdrawn, it takes it for nothing. */
    @Breaks(13)
    static final class TakesNoAnswerForNothing implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Misled() {
                @Override
                Visibility misled(Visibility visible) {
                    return visible.without(position -> {
                        try {
                            return visible.withdrawn().since(position);
                        } catch (RuntimeException e) {
                            return Set.of();
                        }
                    });
                }
            };
        }
    }

    /** A clock of whole seconds. */
    @Breaks(14)
    static final class CountsInSeconds implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Misled() {
                @Override
                Visibility misled(Visibility visible) {
                    return new Visibility(
                            visible.scopes(), visible.now().truncatedTo(ChronoUnit.SECONDS), visible.withdrawn());
                }
            };
        }
    }
}
