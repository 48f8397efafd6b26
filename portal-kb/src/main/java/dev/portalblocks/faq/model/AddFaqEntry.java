// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Adds an entry behind the others of a section. Readers don't see it before it is published.
 *
 * @param section in which section
 * @param content what it says
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record AddFaqEntry(
        @NotNull FaqSectionId section,
        @NotNull @Valid FaqContent content,
        @Nullable IdempotencyKey idempotencyKey) {

    /** Returns the command without a key. */
    public static AddFaqEntry of(FaqSectionId section, FaqContent content) {
        return new AddFaqEntry(section, content, null);
    }

    /** Returns this command under a key. */
    public AddFaqEntry once(IdempotencyKey key) {
        return new AddFaqEntry(section, content, key);
    }
}
