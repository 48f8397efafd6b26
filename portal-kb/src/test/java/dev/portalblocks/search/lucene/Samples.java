// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Small documents and short questions for the tests of the index. */
final class Samples {
    static final TenantId ACME = TenantId.of("acme");
    static final Scope EVERYBODY = Scope.wholeTenant(ACME).ofAudiences(Bound.only(Set.of(Audience.PUBLIC)));

    private static final Set<String> TYPES = Set.of("article", "faq");

    private Samples() {}

    static SearchChange german(String id, String title, String body) {
        return change(document(id, LanguageTag.GERMAN, Set.of(Audience.PUBLIC), title, body));
    }

    static SearchChange english(String id, String title, String body) {
        return change(document(id, LanguageTag.ENGLISH, Set.of(Audience.PUBLIC), title, body));
    }

    static SearchChange forAudience(String id, Audience audience, String title, String body) {
        return change(document(id, LanguageTag.GERMAN, Set.of(audience), title, body));
    }

    static SearchDocument document(
            String id, LanguageTag language, Set<Audience> audiences, String title, String body) {
        return new SearchDocument(
                article(id),
                language,
                List.of(language),
                audiences,
                title,
                SearchDocument.SearchText.of(body),
                SearchDocument.SearchFacts.none());
    }

    static SearchChange change(SearchDocument document) {
        return new SearchChange(document.object(), List.of(document));
    }

    /** Nobody, at noon, before anything was withdrawn. */
    static final Visibility NOBODY =
            new Visibility(Map.of(), Instant.parse("2027-01-01T12:00:00Z"), position -> Set.of());

    static ObjectRef article(String id) {
        return ObjectRef.of("article", id);
    }

    static IndexProgress at(long commit) {
        return new IndexProgress(new LogPosition(commit, 0, new UUID(7, commit)), TYPES);
    }

    static IndexQuery german(String text) {
        return asked(text, List.of(LanguageTag.GERMAN));
    }

    static IndexQuery english(String text) {
        return asked(text, List.of(LanguageTag.ENGLISH));
    }

    /** Returns what a visitor asks among these kinds of objects; among all there are for none. */
    static IndexQuery asked(String text, List<LanguageTag> languages, String... types) {
        return within(
                EVERYBODY, new IndexQuery(text, languages, NOBODY, IndexQuery.Filter.ofTypes(Set.of(types)), Set.of()));
    }

    /** Returns the query of a reader who sees that much of each kind of object. */
    static IndexQuery within(Scope scope, IndexQuery query) {
        Map<String, Scope> scopes = TYPES.stream().collect(Collectors.toMap(type -> type, type -> scope));
        return query.within(scopes);
    }

    /** Returns a new index in memory that holds these. */
    static LuceneSearchIndex holding(SearchChange... changes) {
        LuceneSearchIndex index = LuceneSearchIndex.inMemory();
        index.update(ACME, List.of(changes), at(1));
        return index;
    }

    static List<RankedHit> hits(SearchIndex index, IndexQuery query) {
        return index.search(ACME, query, null, 1000).hits();
    }

    static List<String> found(SearchIndex index, IndexQuery query) {
        return ids(hits(index, query));
    }

    static List<String> ids(List<RankedHit> hits) {
        return hits.stream().map(hit -> hit.hit().object().id()).toList();
    }
}
