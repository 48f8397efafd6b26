// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the terms of a synonym rule, from the next search on.
 *
 * @param rule which rule
 * @param content the new terms
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record ChangeSynonymRule(
        @NotNull SynonymRuleId rule,
        @NotNull @Valid SynonymTerms content,
        @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static ChangeSynonymRule of(SynonymRuleId rule, SynonymTerms content) {
        return new ChangeSynonymRule(rule, content, null);
    }

    /** Returns this command for the version that the editor saw. */
    public ChangeSynonymRule expecting(long version) {
        return new ChangeSynonymRule(rule, content, version);
    }
}
