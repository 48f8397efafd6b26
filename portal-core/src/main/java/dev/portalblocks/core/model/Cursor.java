// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where the next page begins: opaque text that only the library reads. It belongs to one query of one tenant; with any
 * other it is {@code cursor.invalid}.
 *
 * @param value URL-safe text of at most 6,000 characters
 */
public record Cursor(@JsonValue String value) {
    /** Refuses what is too long to be one. */
    public Cursor {
        if (value.isEmpty() || value.length() > 6_000) {
            throw new PortalException.InvalidInput("cursor.invalid");
        }
    }

    /** Returns the cursor that a page gave. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Cursor of(String value) {
        return new Cursor(value);
    }
}
