// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names an entry for good, whatever becomes of its text or place.
 *
 * @param value made by the library, a UUIDv7
 */
public record FaqEntryId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code faq-entry.invalid}. */
    public FaqEntryId {
        if (value == null) {
            throw new PortalException.InvalidInput("faq-entry.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FaqEntryId of(UUID value) {
        return new FaqEntryId(value);
    }

    /**
     * Returns the id that a reference names, such as a search gives.
     *
     * @throws PortalException.InvalidInput {@code object-ref.invalid} when it is not of this kind
     */
    public static FaqEntryId of(ObjectRef reference) {
        try {
            if (reference.type().equals("faq")) {
                return new FaqEntryId(UUID.fromString(reference.id()));
            }
        } catch (IllegalArgumentException e) {
            // refused below, like another kind of object
        }
        throw new PortalException.InvalidInput("object-ref.invalid");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
