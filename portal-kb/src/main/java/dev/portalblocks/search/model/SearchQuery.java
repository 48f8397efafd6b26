// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is looking for.
 *
 * @param text their own words, at most 10,000 characters; any text is a search, none is an error
 * @param language the reader's language; null for the portal's default
 * @param types kinds of objects, {@code article}, {@code faq}; 20 at most, empty for all
 */
public record SearchQuery(
        @NotNull @Size(max = 10_000) String text,
        @Nullable LanguageTag language,
        @Size(max = 20) Set<String> types) {
    /** Copies the types; none when JSON names none. */
    public SearchQuery {
        types = types == null ? Set.of() : Set.copyOf(types);
    }

    /** Returns the search for this text among everything. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, Set.of());
    }

    /** Returns this search for a reader of this language. */
    public SearchQuery in(LanguageTag reader) {
        return new SearchQuery(text, reader, types);
    }

    /** Returns this search among these kinds of objects. */
    public SearchQuery among(String... kinds) {
        return new SearchQuery(text, language, Set.of(kinds));
    }
}
