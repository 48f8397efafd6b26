// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a message for good.
 *
 * @param value made by the library, a UUIDv7
 */
public record MessageId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code message.invalid}. */
    public MessageId {
        if (value == null) {
            throw new PortalException.InvalidInput("message.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageId of(UUID value) {
        return new MessageId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
