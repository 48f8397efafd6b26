// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.EventType;

/**
 * Another team handles a conversation.
 *
 * @param conversation which one
 * @param team which team since
 * @param version its version since
 */
public record ConversationHandedOver(ConversationId conversation, String team, long version) {
    /** The type of this event. */
    public static final EventType<ConversationHandedOver> TYPE =
            new EventType<>("portalblocks.messaging.conversation-handed-over.v1", ConversationHandedOver.class);
}
