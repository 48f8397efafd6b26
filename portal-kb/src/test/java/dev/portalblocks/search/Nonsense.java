// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object looks like that can't be. */
enum Nonsense {
    NOTHING,
    ANOTHER_OBJECT,
    ANOTHER_TYPE,
    DOCUMENT_OF_ANOTHER,
    TWICE_IN_A_LANGUAGE,
    TOO_LONG_A_TITLE,
    TOO_LONG_A_TEXT,
    NO_TITLE,
    NO_TEXT,
    FOR_NOBODY;

    @SuppressWarnings("NullAway") // as a host without it may hand over
    SearchChange of(ObjectRef object) {
        SearchDocument good = Contracts.document(object, "Unsinn");
        ObjectRef other = Contracts.ref("of another tenant");
        return switch (this) {
            case NOTHING -> null;
            case ANOTHER_OBJECT -> new SearchChange(other, List.of(Contracts.document(other, "Unsinn")));
            case ANOTHER_TYPE -> new SearchChange(ObjectRef.of("article", "1"), List.of());
            case DOCUMENT_OF_ANOTHER -> new SearchChange(object, List.of(Contracts.document(other, "Unsinn")));
            case TWICE_IN_A_LANGUAGE -> new SearchChange(object, List.of(good, good));
            case TOO_LONG_A_TITLE ->
                new SearchChange(object, List.of(Contracts.document(object, "x".repeat(SearchSource.MAX_TITLE + 1))));
            case TOO_LONG_A_TEXT -> change(good, good.title(), "x".repeat(SearchSource.MAX_BODY + 1));
            case NO_TITLE -> change(good, null, "");
            case NO_TEXT -> change(good, "Unsinn", null);
            case FOR_NOBODY ->
                new SearchChange(
                        object,
                        List.of(new SearchDocument(
                                object,
                                good.language(),
                                good.languages(),
                                Set.of(),
                                "Unsinn",
                                good.text(),
                                good.facts())));
        };
    }

    @SuppressWarnings("NullAway")
    private static SearchChange change(SearchDocument good, @Nullable String title, @Nullable String body) {
        return new SearchChange(
                good.object(),
                List.of(new SearchDocument(
                        good.object(),
                        good.language(),
                        good.languages(),
                        good.audiences(),
                        title,
                        SearchDocument.SearchText.of(body),
                        good.facts())));
    }
}
