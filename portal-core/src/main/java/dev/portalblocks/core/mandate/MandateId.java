// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a mandate.
 *
 * @param value made by the library, a UUIDv7
 */
public record MandateId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code mandate.invalid}. */
    public MandateId {
        if (value == null) {
            throw new PortalException.InvalidInput("mandate.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MandateId of(UUID value) {
        return new MandateId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
