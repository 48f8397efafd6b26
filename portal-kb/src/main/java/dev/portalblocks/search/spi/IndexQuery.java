// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the index is asked.
 *
 * @param text the reader's own words; any text at all, up to 10,000 characters
 * @param languages the reader's language and what it falls back to, the best first
 * @param scopes how far the reader sees, by kind of object; nothing of a kind that is not named
 * @param types the kinds of objects that are asked for; empty for all of which the reader sees something
 */
public record IndexQuery(String text, List<LanguageTag> languages, Map<String, Scope> scopes, Set<String> types) {
    /** Copies the collections. */
    public IndexQuery {
        languages = List.copyOf(languages);
        scopes = Map.copyOf(scopes);
        types = Set.copyOf(types);
    }
}
