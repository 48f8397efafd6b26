// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.DeclaredBytes;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Takes in bytes that the company will hang on a message to a customer, whose bytes they are from then on. The same bytes
 * again are kept once and have the same reference, so a repeat is without harm.
 *
 * @param customer to whom they will be sent
 * @param declared what the caller says of the bytes; null when it says nothing
 */
public record UploadForCustomer(
        @NotNull CustomerId customer, @Nullable DeclaredBytes declared) {
    /** Returns the command for bytes of which nothing is known. */
    public static UploadForCustomer of(CustomerId customer) {
        return new UploadForCustomer(customer, null);
    }
}
