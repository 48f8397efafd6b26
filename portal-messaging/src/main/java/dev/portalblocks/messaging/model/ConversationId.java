// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a conversation for good.
 *
 * @param value made by the library, a UUIDv7
 */
public record ConversationId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code conversation.invalid}. */
    public ConversationId {
        if (value == null) {
            throw new PortalException.InvalidInput("conversation.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ConversationId of(UUID value) {
        return new ConversationId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
