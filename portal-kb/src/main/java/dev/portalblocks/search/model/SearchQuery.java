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
 * <p>Any text is a search, and none is an error. Four things in it are more than words:
 *
 * <ul>
 *   <li>What stands in quotation marks, {@code "Kfz Haftpflicht"}, {@code „Kfz Haftpflicht“}, {@code »Kfz Haftpflicht«}, has to
 *       stand in a hit in this order. Forms of a word are equal and case is none, but no mistake is put right in it, nothing
 *       is split, and nothing else is meant by it. A mark without its other is none. At most four quotations of sixteen words
 *       each count; what goes beyond is read as plain words.
 *   <li>A minus at the beginning of a word, {@code Haftpflicht -Kfz} or {@code -"Kfz Haftpflicht"}, leaves out what has the word in
 *       any form; not what has it as a part of a compound. It stands at the beginning or behind a space and before a letter: a
 *       hyphen in {@code Kfz-Versicherung}, a dash between spaces, a negative number and a list's bullet on a further line are none, and
 *       neither is one before a word that only carries grammar. The first eight count. A text that only excludes finds
 *       nothing.
 *   <li>Of more than 64 different words those count that stand in something the reader may see.
 *   <li>Where the text is being {@link #typing typed}, its last word may be the beginning of one.
 * </ul>
 *
 * <p>In a sentence (two other words beside quotations, four beside exclusions) that finds nothing because of them, the signs are taken
 * for plain words, and {@link SearchResults#didYouMean} says so.
 *
 * @param text their own words, at most 10,000 characters; any text is a search, none is an error
 * @param language the reader's language; null for the portal's default
 * @param types kinds of objects, {@code article}, {@code faq}; 20 at most, empty for all
 * @param categories ids of categories, of which a hit stands in one; 50 at most, of 100 characters each; empty for all
 * @param tags words, of which a hit has one letter by letter; 50 at most, of 100 characters each; empty for all
 * @param facets by what all hits are counted beside the page; empty for nothing
 * @param typing whether the last word is still being typed: if nothing stands behind it, what begins with it is found as well, titles
 *     first
 */
public record SearchQuery(
        @NotNull @Size(max = 10_000) String text,
        @Nullable LanguageTag language,
        @Size(max = 20) Set<String> types,
        @Size(max = 50) Set<@Size(max = 100) String> categories,
        @Size(max = 50) Set<@Size(max = 100) String> tags,
        Set<Facet> facets,
        boolean typing) {
    /** Copies the sets; one that JSON does not name is empty. */
    public SearchQuery {
        types = types == null ? Set.of() : Set.copyOf(types);
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        tags = tags == null ? Set.of() : Set.copyOf(tags);
        facets = facets == null ? Set.of() : Set.copyOf(facets);
    }

    /** Returns the search for this text among everything. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, Set.of(), Set.of(), Set.of(), Set.of(), false);
    }

    /** Returns the search of somebody who has typed this far and goes on. */
    public static SearchQuery typing(String text) {
        return new SearchQuery(text, null, Set.of(), Set.of(), Set.of(), Set.of(), true);
    }

    /** Returns this search for a reader of this language. */
    public SearchQuery in(LanguageTag reader) {
        return new SearchQuery(text, reader, types, categories, tags, facets, typing);
    }

    /** Returns this search among these kinds of objects. */
    public SearchQuery among(String... kinds) {
        return new SearchQuery(text, language, Set.copyOf(List.of(kinds)), categories, tags, facets, typing);
    }

    /** Returns this search in these categories. */
    public SearchQuery inCategories(String... ids) {
        return new SearchQuery(text, language, types, Set.copyOf(List.of(ids)), tags, facets, typing);
    }

    /** Returns this search among what has one of these tags. */
    public SearchQuery tagged(String... words) {
        return new SearchQuery(text, language, types, categories, Set.copyOf(List.of(words)), facets, typing);
    }

    /** Returns this search with its hits counted by these. */
    public SearchQuery counting(Facet... by) {
        return new SearchQuery(text, language, types, categories, tags, Set.copyOf(List.of(by)), typing);
    }
}
