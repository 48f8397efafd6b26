// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SynonymKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Suggests titles for what somebody types and, behind them, for what the editors' synonyms say of it. */
final class TypedSynonyms {
    /** So many other terms are looked up at most. */
    private static final int MOST_TERMS = 5;

    private final SearchIndex index;
    private final TenantId tenant;

    TypedSynonyms(SearchIndex index, TenantId tenant) {
        this.index = index;
        this.tenant = tenant;
    }

    /** Returns up to {@code limit} suggestions, of the same title the first; these are the rules that may be meant. */
    List<Suggestion> suggest(IndexQuery typed, List<SynonymTerms> rules, int limit) {
        Map<String, Suggestion> byTitle = new LinkedHashMap<>();
        add(byTitle, index.suggest(tenant, typed, limit), limit);
        for (String term : meant(typed.text(), rules)) {
            if (byTitle.size() < limit) {
                add(byTitle, index.suggest(tenant, typed.saying(term), limit), limit);
            }
        }
        return List.copyOf(byTitle.values());
    }

    private static void add(Map<String, Suggestion> byTitle, List<Suggestion> more, int limit) {
        for (Suggestion suggestion : more) {
            if (byTitle.size() < limit) {
                byTitle.putIfAbsent(suggestion.title().text().strip().toLowerCase(Locale.ROOT), suggestion);
            }
        }
    }

    private static List<String> meant(String typed, List<SynonymTerms> rules) {
        Optional<String> letters = SynonymKeys.beginning(typed);
        return letters.isEmpty()
                ? List.of()
                : rules.stream()
                        .flatMap(rule -> rule.terms().stream()
                                .filter(term -> begins(term, letters.get()))
                                .flatMap(term -> rule.foundBy(term).stream()))
                        .distinct()
                        .limit(MOST_TERMS)
                        .toList();
    }

    private static boolean begins(String term, String letters) {
        return SynonymKeys.beginning(term)
                .filter(whole -> whole.startsWith(letters))
                .isPresent();
    }
}
