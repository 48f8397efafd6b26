// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.EventType;

/**
 * A side has read further.
 *
 * @param conversation which one
 * @param by who has read
 * @param upTo the sequence of the last message that is read
 */
public record ConversationRead(ConversationId conversation, Side by, long upTo) {
    /** The type of this event. */
    public static final EventType<ConversationRead> TYPE =
            new EventType<>("portalblocks.messaging.conversation-read.v1", ConversationRead.class);
}
