// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Snippet;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.search.BrokenSearchIndexes.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Search indexes that break one promise each about signs and about what is still being typed. */
final class BrokenTyping {
    private BrokenTyping() {}

    /** Reads another text than was typed. */
    private static SearchIndex reading(UnaryOperator<String> text) {
        return new Right() {
            @Override
            public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
                return super.search(tenant, asking(query, text.apply(query.text())), after, limit);
            }
        };
    }

    private static IndexQuery asking(IndexQuery query, String text) {
        return query.saying(text);
    }

    /** Quotation marks are taken off. */
    @Breaks(16)
    static final class IgnoresQuotes implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return reading(text -> text.replace('"', ' ').replace('“', ' ').replace('”', ' '));
        }
    }

    /** A minus is a hyphen. */
    @Breaks(16)
    static final class IgnoresMinus implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return reading(text -> text.replace('-', ' '));
        }
    }

    /** Every word is complete. */
    @Breaks(17)
    static final class WaitsForTheSpace implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return reading(text -> text.length() < 100 ? text + " " : text);
        }
    }

    /** Words are suggested in their order only. */
    @Breaks(18)
    static final class WantsTheOrder implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
                    String first = query.text()
                            .strip()
                            .toLowerCase(java.util.Locale.ROOT)
                            .split(" ", -1)[0];
                    return super.suggest(tenant, query, limit).stream()
                            .filter(suggestion -> suggestion
                                            .title()
                                            .text()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .startsWith(first)
                                    || !query.text().contains(" "))
                            .toList();
                }
            };
        }
    }

    /** One more than were asked for. */
    @Breaks(18)
    static final class SuggestsOneMore implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
                    return super.suggest(tenant, query, limit + 1);
                }
            };
        }
    }

    /** The reader's language makes no difference to the order. */
    @Breaks(19)
    static final class ForgetsTheLanguage implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
                    List<Suggestion> turned = new ArrayList<>(super.suggest(tenant, query, limit));
                    if (turned.stream().map(Suggestion::language).distinct().count() > 1) {
                        java.util.Collections.reverse(turned);
                    }
                    return turned;
                }
            };
        }
    }

    /** What looks the same is suggested as often as there is one. */
    @Breaks(19)
    static final class SuggestsTwice implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
                    List<Suggestion> all = new ArrayList<>(super.suggest(tenant, query, limit));
                    if (all.size() == 2 && !all.get(0).title().text().contains(" ")) {
                        all.add(0, all.get(0));
                    }
                    return all;
                }
            };
        }
    }

    /** Titles come as HTML. */
    @Breaks(20)
    static final class EscapesSuggestions implements SearchIndexContract {
        @Override
        public SearchIndex index() {
            return new Right() {
                @Override
                public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
                    return super.suggest(tenant, query, limit).stream()
                            .map(suggestion -> new Suggestion(
                                    suggestion.object(),
                                    suggestion.language(),
                                    Snippet.plain(
                                            Snippet.plain(suggestion.title().text())
                                                    .toHtml())))
                            .toList();
                }
            };
        }
    }
}
