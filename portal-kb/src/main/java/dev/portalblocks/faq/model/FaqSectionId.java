// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a section for good, whatever becomes of its title or place.
 *
 * @param value made by the library, a UUIDv7
 */
public record FaqSectionId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code faq-section.invalid}. */
    public FaqSectionId {
        if (value == null) {
            throw new PortalException.InvalidInput("faq-section.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FaqSectionId of(UUID value) {
        return new FaqSectionId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
