// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.spi.SearchOutcome;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.spi.FinishedSearch;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search that waits in memory for being kept: redacted from the beginning, and without the customer.
 *
 * @param tenant whose portal
 * @param token the hash of its token
 * @param query what was asked, redacted
 * @param language the reader's language
 * @param at when it was asked
 * @param without what found nothing; null where there was a hit
 */
record WaitingSearch(
        TenantId tenant,
        String token,
        String query,
        LanguageTag language,
        Instant at,
        @Nullable Without without) {
    /** How soon a text has to be written on to be the same search. */
    private static final Duration TYPING = Duration.ofSeconds(5);

    /**
     * What the index was asked when it found nothing.
     *
     * @param query the question
     * @param types every kind of object that the search has
     */
    record Without(IndexQuery query, Set<String> types) {}

    /** Returns what waits of a search. */
    static WaitingSearch of(FinishedSearch search) {
        IndexQuery asked = search.query();
        String query = KeptQuery.of(asked.text());
        Without without = search.found()
                ? null
                : new Without(
                        asked.asking(KeptQuery.words(query), asked.languages())
                                .seeing(new Visibility(
                                        reaches(asked), asked.visible().now(), position -> Set.of())),
                        search.types());
        return new WaitingSearch(
                search.tenant(),
                Sha256.hex(search.token().value()),
                query,
                asked.languages().get(0),
                search.at(),
                without);
    }

    /**
     * What is published for readers, without what is a customer's own: whose search it was is not kept, and another's is nobody's
     * business. What asks the log ends with its search.
     */
    private static Map<String, Scope> reaches(IndexQuery asked) {
        Map<String, Scope> reaches = new HashMap<>();
        asked.scopes()
                .forEach((type, scope) -> reaches.put(
                        type,
                        new Scope(
                                scope.tenant(),
                                Bound.only(List.of()),
                                Bound.all(),
                                scope.audiences(),
                                scope.states())));
        return reaches;
    }

    /** Returns whether somebody was still typing this when they asked the other. */
    boolean wasTypedOnAs(WaitingSearch later) {
        return language.equals(later.language)
                && later.query.length() > query.length()
                && later.query.startsWith(query)
                && Duration.between(at, later.at).abs().compareTo(TYPING) <= 0;
    }

    StoredSearch stored(SearchOutcome outcome) {
        return new StoredSearch(tenant, token, query, language, outcome, at.truncatedTo(ChronoUnit.MINUTES));
    }
}
