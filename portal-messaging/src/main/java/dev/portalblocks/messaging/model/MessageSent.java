// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * A message was sent, the first of a conversation included.
 *
 * @param conversation where
 * @param customer with whom
 * @param message which message
 * @param sequence its place there, 1 or more
 * @param from who wrote it
 */
public record MessageSent(
        ConversationId conversation, CustomerId customer, MessageId message, long sequence, Side from) {
    /** The type of this event. */
    public static final EventType<MessageSent> TYPE =
            new EventType<>("portalblocks.messaging.message-sent.v1", MessageSent.class);
}
