// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * Names a synonym rule for good, whatever becomes of its words.
 *
 * @param value made by the library, a UUIDv7
 */
public record SynonymRuleId(@JsonValue UUID value) {
    /** Refuses null, which an empty text in JSON would become, as {@code synonym-rule.invalid}. */
    public SynonymRuleId {
        if (value == null) {
            throw new PortalException.InvalidInput("synonym-rule.invalid");
        }
    }

    /** Returns the id of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SynonymRuleId of(UUID value) {
        return new SynonymRuleId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
