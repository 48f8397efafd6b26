// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.Snippet;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Breaks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Search indexes that are right but for one condition. */
final class BrokenSearchIndexes {
    private BrokenSearchIndexes() {}

    /** The index on Lucene; each broken one overrides the method in which it goes wrong. */
    static class Right implements SearchIndex {
        private final SearchIndex inner = LuceneSearchIndex.inMemory();

        @Override
        public Optional<IndexProgress> progress(TenantId tenant) {
            return inner.progress(tenant);
        }

        @Override
        public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
            inner.update(tenant, changes, progress);
        }

        @Override
        public void rebuild(
                TenantId tenant, Set<String> keeping, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
            inner.rebuild(tenant, keeping, writer, progress);
        }

        @Override
        public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
            return inner.search(tenant, query, after, limit);
        }

        @Override
        public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
            return inner.suggest(tenant, query, limit);
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    /** Of an object that is removed and comes back within one update, the removal is taken as the last word. */
    @Breaks(1)
    static final class RemovesLast implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
                    List<SearchChange> sorted = new ArrayList<>(changes);
                    sorted.sort((one, other) -> Boolean.compare(
                            one.documents().isEmpty(), other.documents().isEmpty()));
                    super.update(tenant, sorted, progress);
                }
            };
        }
    }

    /** A position that is not behind the last is taken for a mistake. */
    @Breaks(2)
    static final class TakesNothingTwice implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
                    if (!changes.isEmpty()
                            && progress(tenant).filter(progress::equals).isPresent()) {
                        throw new PortalException.Conflict("search.position");
                    }
                    super.update(tenant, changes, progress);
                }
            };
        }
    }

    /** What was written before a rebuild failed is shown. */
    @Breaks(3)
    static final class ShowsHalfARebuild implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public void rebuild(
                        TenantId tenant,
                        Set<String> keeping,
                        Consumer<Consumer<SearchChange>> writer,
                        IndexProgress progress) {
                    List<SearchChange> written = new ArrayList<>();
                    try {
                        writer.accept(written::add);
                    } finally {
                        super.rebuild(tenant, keeping, written::forEach, progress);
                    }
                }
            };
        }
    }

    /** Replaces what it was told to keep. */
    @Breaks(3)
    static final class KeepsNothing implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public void rebuild(
                        TenantId tenant,
                        Set<String> keeping,
                        Consumer<Consumer<SearchChange>> writer,
                        IndexProgress progress) {
                    super.rebuild(tenant, Set.of(), writer, progress);
                }
            };
        }
    }

    /** Whether the scope admits what is published is not looked at. */
    @Breaks(4)
    static final class ForgetsTheState implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    Map<String, Scope> wider = new HashMap<>();
                    query.scopes().forEach((type, scope) -> wider.put(type, inAnyState(scope)));
                    return super.search(tenant, query.within(wider), after, limit);
                }
            };
        }

        private static Scope inAnyState(Scope scope) {
            return new Scope(scope.tenant(), scope.customers(), scope.teams(), scope.audiences(), Bound.all());
        }
    }

    /** What one kind of objects may show is shown of every kind. */
    @Breaks(4)
    static final class KnowsOneScope implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    Map<String, Scope> same = new HashMap<>(query.scopes());
                    same.replaceAll((type, scope) -> query.scopes().getOrDefault("article", scope));
                    return super.search(tenant, query.within(same), after, limit);
                }
            };
        }
    }

    /** An object in none of the reader's languages is left out. */
    @Breaks(5)
    static final class KnowsNoOriginal implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    IndexAnswer answer = super.search(tenant, query, after, limit);
                    return answer.with(answer.hits().stream()
                            .filter(hit -> query.languages().contains(hit.hit().language()))
                            .toList());
                }
            };
        }
    }

    /** A page begins behind all hits that score like the last one before it. */
    @Breaks(6)
    static final class SkipsEquals implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    Keyset behind = after == null ? null : new Keyset(after.sortKey(), "\uFFFF");
                    return super.search(tenant, query, behind, limit);
                }
            };
        }
    }

    /** Half a character is an error. */
    @Breaks(7)
    static final class RefusesHalves implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    if (query.text().codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
                        throw new PortalException.InvalidInput("query.malformed");
                    }
                    return super.search(tenant, query, after, limit);
                }
            };
        }
    }

    /** Titles come as HTML. */
    @Breaks(8)
    static final class EscapesTitles implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    IndexAnswer answer = super.search(tenant, query, after, limit);
                    return answer.with(answer.hits().stream()
                            .map(hit -> new RankedHit(escaped(hit.hit()), hit.place()))
                            .toList());
                }
            };
        }

        private static SearchHit escaped(SearchHit hit) {
            String html = Snippet.plain(hit.title().text()).toHtml();
            return new SearchHit(
                    hit.object(), hit.language(), Snippet.plain(html), hit.snippet(), hit.anchor(), hit.score());
        }
    }

    /** What it was built from is not kept. */
    @Breaks(9)
    static final class ForgetsItsSources implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public Optional<IndexProgress> progress(TenantId tenant) {
                    return super.progress(tenant)
                            .map(progress -> new IndexProgress(progress.position(), Set.of("article", "faq")));
                }
            };
        }
    }

    /** The position never goes back. */
    @Breaks(9)
    static final class OnlyMovesForward implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                private final Map<TenantId, IndexProgress> farthest = new HashMap<>();

                @Override
                public Optional<IndexProgress> progress(TenantId tenant) {
                    super.progress(tenant)
                            .ifPresent(now -> farthest.merge(
                                    tenant, now, (a, b) -> a.position().compareTo(b.position()) > 0 ? a : b));
                    return Optional.ofNullable(farthest.get(tenant));
                }
            };
        }
    }
}
