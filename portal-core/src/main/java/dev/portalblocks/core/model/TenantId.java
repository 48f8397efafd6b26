// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The company that runs a portal: the outermost wall of all data.
 *
 * @param value 1 to 100 characters of one line, without control or bidirectional formatting characters and without outer
 *     white space; compared as they are
 */
public record TenantId(@JsonValue String value) {
    /** Checks the limits; throws {@link PortalException.InvalidInput} with {@code tenant-id.invalid}. */
    public TenantId {
        Texts.identifier("tenant-id", value, 100);
    }

    /** Returns the tenant of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
