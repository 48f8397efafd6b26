// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.LanguageTag;
import java.util.List;
import java.util.Set;

/**
 * What the index is asked.
 *
 * @param text the reader's own words; any text at all, up to 10,000 characters
 * @param languages the reader's language and what it falls back to, the best first
 * @param types kinds of objects; empty for all
 */
public record IndexQuery(String text, List<LanguageTag> languages, Set<String> types) {
    /** Copies the collections. */
    public IndexQuery {
        languages = List.copyOf(languages);
        types = Set.copyOf(types);
    }
}
