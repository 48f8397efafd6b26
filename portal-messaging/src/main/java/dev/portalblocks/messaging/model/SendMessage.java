// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message in a conversation.
 *
 * @param conversation where
 * @param message what it says
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record SendMessage(
        @NotNull ConversationId conversation,
        @NotNull @Valid MessageText message,
        @Nullable IdempotencyKey idempotencyKey) {

    /** Returns the command to send a text, without a key. */
    public static SendMessage of(ConversationId conversation, String text) {
        return new SendMessage(conversation, MessageText.of(text), null);
    }

    /** Returns this command with one more attachment. */
    public SendMessage attaching(ContentRef content, String name) {
        return new SendMessage(conversation, message.attaching(content, name), idempotencyKey);
    }

    /** Returns this command under a key. */
    public SendMessage once(IdempotencyKey key) {
        return new SendMessage(conversation, message, key);
    }
}
