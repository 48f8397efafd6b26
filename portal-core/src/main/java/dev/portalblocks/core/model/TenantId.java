// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

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

    // Equality is a record's own. Java makes that one when it is first asked for, and takes tens of milliseconds of a
    // cold process's first call for it.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
