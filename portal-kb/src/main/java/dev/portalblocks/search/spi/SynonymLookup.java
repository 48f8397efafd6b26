// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.NotPersonal;
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
        @NotPersonal("asked, never kept") Set<LanguageTag> languages,
        @NotPersonal("asked, never kept") Set<String> keys,
        @NotPersonal("asked, never kept") @Nullable String beginning,
        @NotPersonal("asked, never kept") int limit) {

    /** Copies the sets. */
    public SynonymLookup {
        languages = Set.copyOf(languages);
        keys = Set.copyOf(keys);
    }
}
