// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a document for good, whatever becomes of its name, its place and its bytes.
 *
 * @param value made by the library, a UUIDv7
 */
public record DocumentId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code document.invalid}. */
    public DocumentId {
        if (value == null) {
            throw new PortalException.InvalidInput("document.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DocumentId of(UUID value) {
        return new DocumentId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
