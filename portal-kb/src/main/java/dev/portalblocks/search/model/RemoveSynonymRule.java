// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Removes a synonym rule; the next search finds nothing by it.
 *
 * @param rule which rule
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RemoveSynonymRule(
        @NotNull SynonymRuleId rule, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static RemoveSynonymRule of(SynonymRuleId rule) {
        return new RemoveSynonymRule(rule, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RemoveSynonymRule expecting(long version) {
        return new RemoveSynonymRule(rule, version);
    }
}
