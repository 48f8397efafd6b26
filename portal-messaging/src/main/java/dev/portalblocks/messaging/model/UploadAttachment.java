// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.DeclaredBytes;
import org.jspecify.annotations.Nullable;

/**
 * Takes in bytes that the customer will hang on a message. The same bytes again are kept once and have the same
 * reference, so a repeat is without harm.
 *
 * @param declared what the caller says of the bytes; null when it says nothing
 */
public record UploadAttachment(@Nullable DeclaredBytes declared) {
    /** Returns the command for bytes of which nothing is known. */
    public static UploadAttachment undeclared() {
        return new UploadAttachment(null);
    }
}
