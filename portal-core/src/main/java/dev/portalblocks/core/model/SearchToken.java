// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Stands for one search, for thirty minutes: who holds it can say that something of what was found was opened, or that a
 * message followed. It is random, names nobody, and is kept as a hash only. A page holds it as long as its results are shown,
 * and hands it back; it belongs in no URL.
 *
 * @param value 1 to 100 characters of one line, as a search gave them
 */
public record SearchToken(@JsonValue String value) {
    /** Checks the form; throws {@link PortalException.InvalidInput} with {@code search-token.invalid}. */
    public SearchToken {
        Texts.identifier("search-token", value, 100);
    }

    /** Returns the token of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SearchToken of(String value) {
        return new SearchToken(value);
    }

    /** Returns a name for it that is not the secret. */
    @Override
    public String toString() {
        return "SearchToken";
    }
}
