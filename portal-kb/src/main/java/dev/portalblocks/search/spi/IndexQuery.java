// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SynonymTerms;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the index is asked.
 *
 * @param text the reader's own words; any text at all, up to 10,000 characters
 * @param languages the reader's language and what it falls back to, the best first
 * @param visible what the reader sees
 * @param only what the hits are among
 * @param facets by what all hits are counted
 * @param synonyms what the text may mean besides, by the tenant's editors
 * @param typing whether the last word is still being typed, so that what begins with it fits as well
 */
public record IndexQuery(
        String text,
        List<LanguageTag> languages,
        Visibility visible,
        Filter only,
        Set<Facet> facets,
        List<SynonymTerms> synonyms,
        boolean typing) {
    /** Copies the collections. */
    public IndexQuery {
        languages = List.copyOf(languages);
        facets = Set.copyOf(facets);
        synonyms = List.copyOf(synonyms);
    }

    /** A query without synonyms, of somebody who has finished typing. */
    public IndexQuery(String text, List<LanguageTag> languages, Visibility visible, Filter only, Set<Facet> facets) {
        this(text, languages, visible, only, facets, List.of(), false);
    }

    /** Returns how far the reader sees, by kind of object. */
    public Map<String, Scope> scopes() {
        return visible.scopes();
    }

    /** Returns this query for a reader who sees that far. */
    public IndexQuery within(Map<String, Scope> reach) {
        return seeing(visible.within(reach));
    }

    /** Returns this query for a reader who sees this. */
    public IndexQuery seeing(Visibility other) {
        return new IndexQuery(text, languages, other, only, facets, synonyms, typing);
    }

    /** Returns this query with its hits counted by these. */
    public IndexQuery counting(Facet... by) {
        return new IndexQuery(text, languages, visible, only, Set.of(by), synonyms, typing);
    }

    /** Returns this query for other words, of a reader of these languages. */
    public IndexQuery asking(String words, List<LanguageTag> readers) {
        return new IndexQuery(words, readers, visible, only, facets, synonyms, typing);
    }

    /** Returns this query for what is among these. */
    public IndexQuery among(Filter filter) {
        return new IndexQuery(text, languages, visible, filter, facets, synonyms, typing);
    }

    /** Returns this query with what its text may mean besides. */
    public IndexQuery meaning(List<SynonymTerms> also) {
        return new IndexQuery(text, languages, visible, only, facets, also, typing);
    }

    /** Returns this query with another text. */
    public IndexQuery saying(String other) {
        return new IndexQuery(other, languages, visible, only, facets, synonyms, typing);
    }

    /** Returns this query of somebody who is still typing. */
    public IndexQuery beingTyped() {
        return new IndexQuery(text, languages, visible, only, facets, synonyms, true);
    }

    /**
     * What a hit has to be: one of each of these sets, where an empty one asks for nothing.
     *
     * @param types the kinds of objects
     * @param categories ids of the categories it stands in
     * @param tags words that its editors gave it, letter by letter
     */
    public record Filter(Set<String> types, Set<String> categories, Set<String> tags) {
        private static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of());

        /** Copies the sets. */
        public Filter {
            types = Set.copyOf(types);
            categories = Set.copyOf(categories);
            tags = Set.copyOf(tags);
        }

        /** Returns that anything may be a hit. */
        public static Filter none() {
            return NONE;
        }

        /** Returns this filter without what it asks for in one respect. */
        public Filter without(Facet facet) {
            return new Filter(
                    facet == Facet.TYPE ? Set.of() : types,
                    facet == Facet.CATEGORY ? Set.of() : categories,
                    facet == Facet.TAG ? Set.of() : tags);
        }

        /** Returns that a hit has to be of one of these kinds. */
        public static Filter ofTypes(Set<String> types) {
            return new Filter(types, Set.of(), Set.of());
        }
    }
}
