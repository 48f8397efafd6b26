// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Adds a synonym rule, which counts from the next search on.
 *
 * @param content the terms
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record AddSynonymRule(
        @NotNull @Valid SynonymTerms content, @Nullable IdempotencyKey idempotencyKey) {
    /** Returns the command without a key. */
    public static AddSynonymRule of(SynonymTerms content) {
        return new AddSynonymRule(content, null);
    }

    /** Returns this command under a key. */
    public AddSynonymRule once(IdempotencyKey key) {
        return new AddSynonymRule(content, key);
    }
}
