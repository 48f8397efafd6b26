// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mandate back.
 *
 * @param mandate which mandate
 * @param expectedVersion the version that the caller saw; null for whatever is there
 */
public record RevokeMandate(
        @NotNull MandateId mandate, @Nullable Long expectedVersion) {

    /** Returns the command for whatever is there. */
    public static RevokeMandate of(MandateId mandate) {
        return new RevokeMandate(mandate, null);
    }

    /** Returns this command for the version that the caller saw. */
    public RevokeMandate expecting(long seen) {
        return new RevokeMandate(mandate, seen);
    }
}
