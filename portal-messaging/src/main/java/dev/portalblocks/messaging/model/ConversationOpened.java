// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * A conversation began. {@link MessageSent} tells of its first message, as of every other.
 *
 * @param conversation which one
 * @param customer with whom
 * @param from who began it
 */
public record ConversationOpened(ConversationId conversation, CustomerId customer, Side from) {
    /** The type of this event. */
    public static final EventType<ConversationOpened> TYPE =
            new EventType<>("portalblocks.messaging.conversation-opened.v1", ConversationOpened.class);
}
