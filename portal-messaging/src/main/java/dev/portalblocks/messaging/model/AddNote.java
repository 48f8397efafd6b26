// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Adds an internal note.
 *
 * @param conversation about which
 * @param text what it says: 1 to 20,000 characters, of the control characters only tab and line breaks
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record AddNote(
        @NotNull ConversationId conversation,

        @NotBlank @Size(max = 20_000) @Pattern(regexp = TextPatterns.LINES)
        String text,

        @Nullable IdempotencyKey idempotencyKey) {

    /** Returns the command without a key. */
    public static AddNote of(ConversationId conversation, String text) {
        return new AddNote(conversation, text, null);
    }

    /** Returns this command under a key. */
    public AddNote once(IdempotencyKey key) {
        return new AddNote(conversation, text, key);
    }
}
