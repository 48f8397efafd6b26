// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a folder for good, whatever becomes of its name and its place.
 *
 * @param value made by the library, a UUIDv7
 */
public record FolderId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code folder.invalid}. */
    public FolderId {
        if (value == null) {
            throw new PortalException.InvalidInput("folder.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FolderId of(UUID value) {
        return new FolderId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
