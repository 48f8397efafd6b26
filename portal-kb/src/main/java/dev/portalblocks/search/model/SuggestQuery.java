// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed so far, for suggestions.
 *
 * @param text their letters, at most 10,000 characters; any text will do, none is an error. Of many words the last eight
 *     count
 * @param language the reader's language; null for the portal's default
 * @param types kinds of objects, {@code article}, {@code faq}; 20 at most, empty for all
 * @param limit how many suggestions at most, 1 to 20
 */
public record SuggestQuery(
        @NotNull @Size(max = 10_000) String text,
        @Nullable LanguageTag language,
        @Size(max = 20) Set<String> types,
        @Min(1) @Max(SuggestQuery.MAX_LIMIT) int limit) {
    /** The most suggestions that there are at a time. */
    public static final int MAX_LIMIT = 20;

    /** How many there are where nobody says. */
    private static final int USUAL = 8;

    /** Copies the set; one that JSON does not name is empty. */
    public SuggestQuery {
        types = types == null ? Set.of() : Set.copyOf(types);
    }

    /** Returns the query for up to eight suggestions among everything. */
    public static SuggestQuery of(String text) {
        return new SuggestQuery(text, null, Set.of(), USUAL);
    }

    /** Returns this query for a reader of this language. */
    public SuggestQuery in(LanguageTag reader) {
        return new SuggestQuery(text, reader, types, limit);
    }

    /** Returns this query among these kinds of objects. */
    public SuggestQuery among(String... kinds) {
        return new SuggestQuery(text, language, Set.copyOf(List.of(kinds)), limit);
    }

    /** Returns this query for up to so many suggestions. */
    public SuggestQuery first(int atMost) {
        return new SuggestQuery(text, language, types, atMost);
    }
}
