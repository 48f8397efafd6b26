// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The caller's name for one attempt to create something, so that a repeat creates nothing new.
 *
 * @param value 1 to 200 characters of one line, without control or bidirectional formatting characters and without outer
 *     white space; compared as they are
 */
public record IdempotencyKey(@JsonValue String value) {
    /** Checks the limits; throws {@link PortalException.InvalidInput} with {@code idempotency-key.invalid}. */
    public IdempotencyKey {
        Texts.identifier("idempotency-key", value, 200);
    }

    /** Returns the key of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IdempotencyKey of(String value) {
        return new IdempotencyKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
