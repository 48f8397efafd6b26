// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names an internal note for good.
 *
 * @param value made by the library, a UUIDv7
 */
public record NoteId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code note.invalid}. */
    public NoteId {
        if (value == null) {
            throw new PortalException.InvalidInput("note.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NoteId of(UUID value) {
        return new NoteId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
