// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is looking for.
 *
 * @param text their own words, at most 10,000 characters; any text is a search, none is an error
 * @param language the reader's language; null for the portal's default
 * @param types kinds of objects, {@code article}, {@code faq}; 20 at most, empty for all
 * @param categories ids of categories, of which a hit stands in one; 50 at most, of 100 characters each; empty for all
 * @param tags words, of which a hit has one letter by letter; 50 at most, of 100 characters each; empty for all
 * @param facets by what all hits are counted beside the page; empty for nothing
 */
public record SearchQuery(
        @NotNull @Size(max = 10_000) String text,
        @Nullable LanguageTag language,
        @Size(max = 20) Set<String> types,
        @Size(max = 50) Set<@Size(max = 100) String> categories,
        @Size(max = 50) Set<@Size(max = 100) String> tags,
        Set<Facet> facets) {
    /** Copies the sets; one that JSON does not name is empty. */
    public SearchQuery {
        types = types == null ? Set.of() : Set.copyOf(types);
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        tags = tags == null ? Set.of() : Set.copyOf(tags);
        facets = facets == null ? Set.of() : Set.copyOf(facets);
    }

    /** Returns the search for this text among everything. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Returns this search for a reader of this language. */
    public SearchQuery in(LanguageTag reader) {
        return new SearchQuery(text, reader, types, categories, tags, facets);
    }

    /** Returns this search among these kinds of objects. */
    public SearchQuery among(String... kinds) {
        return new SearchQuery(text, language, Set.copyOf(List.of(kinds)), categories, tags, facets);
    }

    /** Returns this search in these categories. */
    public SearchQuery inCategories(String... ids) {
        return new SearchQuery(text, language, types, Set.copyOf(List.of(ids)), tags, facets);
    }

    /** Returns this search among what has one of these tags. */
    public SearchQuery tagged(String... words) {
        return new SearchQuery(text, language, types, categories, Set.copyOf(List.of(words)), facets);
    }

    /** Returns this search with its hits counted by these. */
    public SearchQuery counting(Facet... by) {
        return new SearchQuery(text, language, types, categories, tags, Set.copyOf(List.of(by)));
    }
}
