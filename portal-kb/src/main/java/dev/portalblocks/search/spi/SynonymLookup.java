// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.LanguageTag;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which synonym rules a text asks for.
 *
 * @param languages the rule's language is one of these
 * @param keys one of the rule's keys is one of these
 * @param beginning or begins with this, which is not empty; null where only whole keys count
 * @param limit how many rules at most
 */
public record SynonymLookup(
        Set<LanguageTag> languages,
        Set<String> keys,
        @Nullable String beginning,
        int limit) {
    /** Copies the sets. */
    public SynonymLookup {
        languages = Set.copyOf(languages);
        keys = Set.copyOf(keys);
    }
}
