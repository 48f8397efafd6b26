// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.search.Likeness.Ability;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Engines that find well but for one ability. */
final class BrokenRelevance {
    private BrokenRelevance() {}

    /** Returns an engine that asks the one for such questions, and the other for all others. */
    private static SearchIndex either(Predicate<IndexQuery> such, SmallEngine one, SmallEngine other) {
        return new SmallEngine() {
            @Override
            public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
                one.update(tenant, changes, progress);
                other.update(tenant, changes, progress);
            }

            @Override
            public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                return (such.test(query) ? one : other).search(tenant, query, after, limit);
            }
        };
    }

    private static SearchIndex germanWithout(Ability missing) {
        return either(BrokenRelevance::isGerman, SmallEngine.without(missing), new SmallEngine());
    }

    private static boolean isGerman(IndexQuery query) {
        return query.languages().contains(LanguageTag.GERMAN);
    }

    /** Of a few words each is found as it was written. */
    @Breaks(1)
    static final class WithoutForms implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return either(
                    query -> isGerman(query) && Likeness.words(query.text()).size() < 4,
                    SmallEngine.without(Ability.FORMS),
                    new SmallEngine());
        }
    }

    /** A compound is one word. */
    @Breaks(2)
    static final class WithoutCompounds implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return germanWithout(Ability.COMPOUNDS);
        }
    }

    /** An umlaut is another letter than the two that are written for it. */
    @Breaks(3)
    static final class WithoutSpellings implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return germanWithout(Ability.SPELLINGS);
        }
    }

    /** Who mistypes finds nothing. */
    @Breaks(4)
    static final class WithoutTypos implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return germanWithout(Ability.TYPOS);
        }
    }

    /** Who doesn't know the trade's words finds nothing. */
    @Breaks(5)
    static final class WithoutEverydayWords implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return germanWithout(Ability.EVERYDAY);
        }
    }

    /** Of a German sentence it takes the beginning, as if one wrote keywords. */
    @Breaks(6)
    static final class TakesFourWords implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return new SmallEngine() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    List<String> words = Likeness.words(query.text());
                    boolean cut = words.size() > 4 && isGerman(query);
                    return super.search(
                            tenant, cut ? query.saying(String.join(" ", words.subList(0, 4))) : query, after, limit);
                }
            };
        }
    }

    /** A word is found when it is complete. */
    @Breaks(7)
    static final class WithoutTyping implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return new SmallEngine() {
                @Override
                public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                    String complete = query.text().replaceFirst("\\S+$", "");
                    return super.search(tenant, query.typing() ? query.saying(complete) : query, after, limit);
                }
            };
        }
    }

    /** All languages but one find words as they were written. */
    @Breaks(8)
    static final class KnowsGermanAlone implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return either(BrokenRelevance::isGerman, new SmallEngine(), new SmallEngine(EnumSet.of(Ability.TYPING)));
        }
    }

    /** Whether a word is rare is told by all that the tenant has. */
    @Breaks(9)
    static final class CountsTheUnseen implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return new SmallEngine() {
                @Override
                List<Text> counted(TenantId tenant, List<Text> seen) {
                    return List.copyOf(texts(tenant).values());
                }
            };
        }
    }

    /** The latest comes first. */
    @Breaks(10)
    static final class SortsByDate implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return new SmallEngine() {
                @Override
                Comparator<RankedHit> order(TenantId tenant) {
                    Comparator<RankedHit> latest = Comparator.comparing(
                            hit -> changed(texts(tenant).get(hit.hit().object().toString())),
                            Comparator.reverseOrder());
                    return latest.thenComparing(super.order(tenant));
                }
            };
        }

        private static Instant changed(SmallEngine.@Nullable Text text) {
            Instant at = text == null ? null : text.document.facts().signals().changed();
            return at == null ? Instant.EPOCH : at;
        }
    }

    /** What was removed once stays away. */
    @Breaks(11)
    static final class KeepsTombstones implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return new SmallEngine() {
                private final Set<String> removed = new HashSet<>();

                @Override
                public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
                    super.update(tenant, changes, progress);
                    for (SearchChange change : changes) {
                        String key = tenant + " " + change.object();
                        if (change.documents().isEmpty() ? removed.add(key) : removed.contains(key)) {
                            texts(tenant).remove(change.object().toString());
                        }
                    }
                }
            };
        }
    }

    /** A title that was corrected is found by both. */
    @Breaks(11)
    static final class AddsWhatChanged implements SearchRelevanceContract {
        @Override
        public SearchIndex index() {
            return new SmallEngine() {
                private final Map<String, Long> versions = new HashMap<>();

                @Override
                public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
                    for (SearchChange change : changes) {
                        String key = change.object().toString();
                        long version = versions.merge(tenant + key, 1L, Long::sum);
                        Text before = texts(tenant).get(key);
                        super.update(tenant, List.of(change), progress);
                        if (before != null && !change.documents().isEmpty()) {
                            texts(tenant).put(key + version, before);
                        }
                    }
                }
            };
        }
    }
}
