// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * Says how far a side has read. What was read stays read, and a message that arrives meanwhile stays unread.
 *
 * @param conversation where
 * @param upTo the sequence of the last message that was seen, 1 or more; beyond the last one it means the last one
 */
public record MarkRead(
        @NotNull ConversationId conversation, @Positive long upTo) {
    /** Returns the command to have read up to this message. */
    public static MarkRead upTo(Message message) {
        return new MarkRead(message.conversation(), message.sequence());
    }
}
