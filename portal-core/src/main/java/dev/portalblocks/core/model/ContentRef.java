// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Names stored bytes: a picture, a document's version, an attachment. It opens nothing by itself; every read asks for
 * access again.
 *
 * @param value made by the library, a UUIDv7
 */
public record ContentRef(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code content.invalid}. */
    public ContentRef {
        if (value == null) {
            throw new PortalException.InvalidInput("content.invalid");
        }
    }

    /** Returns the reference of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContentRef of(UUID value) {
        return new ContentRef(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
