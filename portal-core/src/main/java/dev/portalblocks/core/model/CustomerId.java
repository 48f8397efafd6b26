// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A company's customer, under the number that the host already uses.
 *
 * @param value 1 to 100 characters of one line, without control or bidirectional formatting characters and without outer
 *     white space; compared as they are
 */
public record CustomerId(@JsonValue String value) {
    /** The type of an {@link ObjectRef} to a customer. */
    public static final String OBJECT_TYPE = "customer";

    /** Checks the limits; throws {@link PortalException.InvalidInput} with {@code customer-id.invalid}. */
    public CustomerId {
        Texts.identifier("customer-id", value, 100);
    }

    /** Returns the customer of this value. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    // Equality is a record's own. Java makes that one when it is first asked for, and takes tens of milliseconds of a
    // cold process's first call for it.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomerId that && value.equals(that.value);
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
