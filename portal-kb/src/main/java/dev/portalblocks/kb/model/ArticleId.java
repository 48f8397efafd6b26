// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names an article for good, whatever becomes of its title.
 *
 * @param value made by the library, a UUIDv7
 */
public record ArticleId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code article.invalid}. */
    public ArticleId {
        if (value == null) {
            throw new PortalException.InvalidInput("article.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ArticleId of(UUID value) {
        return new ArticleId(value);
    }

    /**
     * Returns the id that a reference names, such as a search gives.
     *
     * @throws PortalException.InvalidInput {@code object-ref.invalid} when it is not of this kind
     */
    public static ArticleId of(ObjectRef reference) {
        try {
            if (reference.type().equals("article")) {
                return new ArticleId(UUID.fromString(reference.id()));
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
