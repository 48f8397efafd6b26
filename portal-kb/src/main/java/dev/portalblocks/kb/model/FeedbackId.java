// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names what a reader said of an article, as it was said: who says something else gets another.
 *
 * @param value made by the library, a UUIDv7
 */
public record FeedbackId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code feedback.invalid}. */
    public FeedbackId {
        if (value == null) {
            throw new PortalException.InvalidInput("feedback.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FeedbackId of(UUID value) {
        return new FeedbackId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
