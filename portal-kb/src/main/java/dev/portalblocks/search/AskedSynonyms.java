// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymKeys;
import dev.portalblocks.search.spi.SynonymLookup;
import dev.portalblocks.search.spi.SynonymStore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The synonym rules that a reader's text asks for, as they are committed at this moment. One statement, and none where the text
 * has no word; what it reads depends on the text, not on how many rules there are.
 */
final class AskedSynonyms {
    /** How many rules one text asks for at most. */
    static final int MAX_RULES = 100;

    private final SynonymStore store;

    AskedSynonyms(SynonymStore store) {
        this.store = store;
    }

    /** Returns rules of these languages that may be meant by a text; the index decides which are. */
    List<SynonymTerms> in(OperationContext context, List<LanguageTag> languages, String text) {
        return found(context, languages, SynonymKeys.in(text), null);
    }

    /** Returns the same for a text that is being typed: also rules with a term that begins like it. */
    List<SynonymTerms> typed(OperationContext context, List<LanguageTag> languages, String text) {
        return found(
                context,
                languages,
                SynonymKeys.in(text),
                SynonymKeys.beginning(text).orElse(null));
    }

    private List<SynonymTerms> found(
            OperationContext context, List<LanguageTag> languages, Set<String> keys, @Nullable String beginning) {
        if (keys.isEmpty()) {
            return List.of();
        }
        SynonymLookup lookup = new SynonymLookup(Set.copyOf(languages), keys, beginning, MAX_RULES);
        return store.matching(context.tx(), context.scope(), lookup).stream()
                .map(StoredSynonymRule::content)
                .toList();
    }
}
