// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.profile.model.ProfileData;
import java.time.Instant;

/**
 * A profile as it is stored.
 *
 * @param tenant whose portal
 * @param customer whose profile
 * @param data its content
 * @param version 1 for the first that anybody sees; 0 only within the transaction that begins it
 * @param changedAt when it was changed last
 */
public record StoredProfile(
        TenantId tenant,
        CustomerId customer,

        @NotPersonal("each of its components carries its own mark")
        ProfileData data,

        long version,
        Instant changedAt) {

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).ownedBy(customer);
    }
}
