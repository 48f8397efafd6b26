// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.spi.SearchOutcome;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import dev.portalblocks.search.spi.SearchIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds out why a search found nothing, by asking again with one condition less each time: without the filter, in other
 * languages, for everybody. Never while the reader waits, who would learn by the time it takes that there is something.
 */
final class Diagnosis {
    private final SearchIndex index;
    private final List<LanguageTag> languages;

    /** Asks this index, and in these languages. */
    Diagnosis(SearchIndex index, List<LanguageTag> languages) {
        this.index = index;
        this.languages = List.copyOf(languages);
    }

    /** Returns the search with what it came to; {@code all} is all that is published. */
    StoredSearch of(WaitingSearch search, Scope all) {
        WaitingSearch.Without without = search.without();
        return search.stored(without == null ? SearchOutcome.FOUND : reason(search.tenant(), without, all));
    }

    private SearchOutcome reason(TenantId tenant, WaitingSearch.Without without, Scope all) {
        if (without.query().text().isEmpty()) {
            return SearchOutcome.NOTHING_THERE;
        }
        IndexQuery unfiltered = without.query().among(Filter.none()).counting();
        if (isFound(tenant, unfiltered)) {
            return SearchOutcome.FILTERED;
        }
        if (isFoundInOthers(tenant, unfiltered)) {
            return SearchOutcome.OTHER_LANGUAGE;
        }
        Map<String, Scope> everything = new HashMap<>();
        without.types().forEach(type -> everything.put(type, all));
        IndexQuery ofAll = unfiltered.within(everything);
        return isFound(tenant, ofAll) || isFoundInOthers(tenant, ofAll)
                ? SearchOutcome.OTHER_AUDIENCE
                : SearchOutcome.NOTHING_THERE;
    }

    private boolean isFoundInOthers(TenantId tenant, IndexQuery query) {
        LanguageTag own = query.languages().get(0).language();
        return languages.stream()
                .filter(language -> !language.language().equals(own))
                .anyMatch(language -> isFound(tenant, query.asking(query.text(), first(language, query.languages()))));
    }

    private static List<LanguageTag> first(LanguageTag language, List<LanguageTag> others) {
        return Stream.concat(Stream.of(language), others.stream()).distinct().toList();
    }

    private boolean isFound(TenantId tenant, IndexQuery query) {
        return !index.search(tenant, query, null, 1).hits().isEmpty();
    }
}
