// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.model;

import dev.portalblocks.core.model.CustomerId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Changes a profile, or begins one.
 *
 * @param customer whose profile
 * @param patch what to change
 * @param expectedVersion the version that the caller saw, 0 for none; null to change whatever is there
 */
public record ChangeProfile(
        @NotNull CustomerId customer,
        @NotNull ProfilePatch patch,
        @Nullable Long expectedVersion) {
    /** Returns the command that changes whatever is there. */
    public static ChangeProfile of(CustomerId customer, ProfilePatch patch) {
        return new ChangeProfile(customer, patch, null);
    }

    /** Returns this command for the version that the caller saw. */
    public ChangeProfile expecting(long version) {
        return new ChangeProfile(customer, patch, version);
    }
}
