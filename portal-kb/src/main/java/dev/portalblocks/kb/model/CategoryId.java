// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a category for good, whatever becomes of its name.
 *
 * @param value made by the library, a UUIDv7
 */
public record CategoryId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code category.invalid}. */
    public CategoryId {
        if (value == null) {
            throw new PortalException.InvalidInput("category.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CategoryId of(UUID value) {
        return new CategoryId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
