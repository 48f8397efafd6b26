// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
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

/** What the contract of a search index writes into it, and asks of it. */
final class Articles {
    static final TenantId ACME = TenantId.of("acme");
    /** What anonymous readers of {@link #ACME} see. */
    static final Scope EVERYBODY = Scope.wholeTenant(ACME)
            .ofAudiences(Bound.only(Set.of(Audience.PUBLIC)))
            .inStates(Bound.only(Set.of(Permission.PUBLISHED)));
    /** A word that every article has in its title. */
    static final String WORD = "invoice";
    /** When the readers ask. */
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    private Articles() {}

    /** Returns an English article for everybody that has {@link #WORD} in its title. */
    static SearchChange article(String id) {
        return article(id, "One " + WORD, "Nothing else.");
    }

    /** Returns an English article for everybody. */
    static SearchChange article(String id, String title, String body) {
        return change(
                document(id, List.of(LanguageTag.ENGLISH), LanguageTag.ENGLISH, Set.of(Audience.PUBLIC), title, body));
    }

    /** Returns an English article for these audiences. */
    static SearchChange articleFor(String id, Set<Audience> audiences) {
        return change(document(id, List.of(LanguageTag.ENGLISH), LanguageTag.ENGLISH, audiences, "One " + WORD, ""));
    }

    /** Returns an English article for these audiences. */
    static SearchChange titledFor(String id, Set<Audience> audiences, String title) {
        return change(document(id, List.of(LanguageTag.ENGLISH), LanguageTag.ENGLISH, audiences, title, ""));
    }

    /** Returns an article for everybody in one language. */
    static SearchChange titledIn(String id, LanguageTag language, String title) {
        return change(document(id, List.of(language), language, Set.of(Audience.PUBLIC), title, ""));
    }

    /** Returns an article for everybody in each of these languages, written in the first. */
    static SearchChange articleIn(String id, List<LanguageTag> languages) {
        return new SearchChange(
                ref(id),
                languages.stream()
                        .map(language -> document(
                                id, languages, language, Set.of(Audience.PUBLIC), "One " + WORD, language.value()))
                        .toList());
    }

    /** Returns an English object of this kind for these audiences. */
    static SearchChange objectFor(ObjectRef object, Set<Audience> audiences) {
        return change(new SearchDocument(
                object,
                LanguageTag.ENGLISH,
                List.of(LanguageTag.ENGLISH),
                audiences,
                "One " + WORD,
                SearchDocument.SearchText.of(""),
                SearchDocument.SearchFacts.none()));
    }

    /** Returns an English object for an audience, in these categories and with these tags. */
    static SearchChange placed(ObjectRef object, Audience audience, Set<String> categories, List<String> tags) {
        return change(new SearchDocument(
                object,
                LanguageTag.ENGLISH,
                List.of(LanguageTag.ENGLISH),
                Set.of(audience),
                "One " + WORD,
                new SearchDocument.SearchText("", List.of(), tags),
                SearchDocument.SearchFacts.in(categories)));
    }

    /** Returns an English article that everybody may read, with what is known of it, and that says this beside the word. */
    static SearchChange known(String id, SearchDocument.SearchFacts facts, String text) {
        return change(new SearchDocument(
                ref(id),
                LanguageTag.ENGLISH,
                List.of(LanguageTag.ENGLISH),
                Set.of(Audience.PUBLIC),
                "One " + WORD,
                SearchDocument.SearchText.of(text),
                facts));
    }

    /** Returns an English article for these audiences that says nothing but these words. */
    static SearchChange articleSaying(String id, Set<Audience> audiences, String words) {
        return change(document(id, List.of(LanguageTag.ENGLISH), LanguageTag.ENGLISH, audiences, words, words));
    }

    /** Returns an English article for everybody with this text. */
    static SearchChange articleOf(String id, String title, SearchDocument.SearchText text) {
        return change(new SearchDocument(
                ref(id),
                LanguageTag.ENGLISH,
                List.of(LanguageTag.ENGLISH),
                Set.of(Audience.PUBLIC),
                title,
                text,
                SearchDocument.SearchFacts.none()));
    }

    /** Returns the removal of an article. */
    static SearchChange gone(String id) {
        return new SearchChange(ref(id), List.of());
    }

    static ObjectRef ref(String id) {
        return ObjectRef.of("article", id);
    }

    /** Returns where an index stands that was built of articles and of another kind of objects. */
    static IndexProgress at(long commit) {
        return new IndexProgress(new LogPosition(commit, 3, new UUID(7, commit)), Set.of("article", "faq"));
    }

    /** Returns what a visitor who reads English asks. */
    static IndexQuery asked(String text) {
        return asked(text, List.of(LanguageTag.ENGLISH), EVERYBODY);
    }

    /** Returns what a reader of these languages asks who sees that much of the articles. */
    static IndexQuery asked(String text, List<LanguageTag> languages, Scope scope) {
        return new IndexQuery(text, languages, seeing(scope), IndexQuery.Filter.none(), Set.of());
    }

    /** Returns what a reader sees, at noon, before anything was withdrawn, who sees that much of the articles. */
    static Visibility seeing(Scope scope) {
        return new Visibility(Map.of("article", scope), NOON, position -> Set.of());
    }

    /** Returns what everybody finds for {@link #WORD}. */
    static List<RankedHit> hits(SearchIndex index) {
        return index.search(ACME, asked(WORD), null, 1000).hits();
    }

    /** Returns the ids of what everybody finds for a text. */
    static List<String> found(SearchIndex index, String text) {
        return ids(index.search(ACME, asked(text), null, 1000).hits());
    }

    static List<String> ids(List<RankedHit> hits) {
        return hits.stream().map(hit -> hit.hit().object().id()).toList();
    }

    private static SearchChange change(SearchDocument document) {
        return new SearchChange(document.object(), List.of(document));
    }

    private static SearchDocument document(
            String id, List<LanguageTag> languages, LanguageTag language, Set<Audience> audiences, String... texts) {
        return new SearchDocument(
                ref(id),
                language,
                languages,
                audiences,
                texts[0],
                SearchDocument.SearchText.of(texts[1]),
                SearchDocument.SearchFacts.none());
    }
}
