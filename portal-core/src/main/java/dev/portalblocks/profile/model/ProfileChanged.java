// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import java.util.List;

/**
 * A profile was changed, or begun. The values are not told: who needs them reads the profile.
 *
 * @param customer whose profile
 * @param version the version since
 * @param fields which components of {@link ProfileData} are different
 */
public record ProfileChanged(CustomerId customer, long version, List<String> fields) {
    /** The type of this event. */
    public static final EventType<ProfileChanged> TYPE =
            new EventType<>("portalblocks.profile.changed.v1", ProfileChanged.class);

    /** Copies the fields. */
    public ProfileChanged {
        fields = List.copyOf(fields);
    }
}
