// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.spi;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.profile.model.ProfileChange;

/**
 * A change of a profile as it is stored.
 *
 * @param tenant whose portal
 * @param customer whose profile
 * @param change what it did
 */
public record StoredProfileChange(
        TenantId tenant,
        CustomerId customer,

        @PersonalData(category = PersonalData.Category.CONTACT, purpose = "showing the customer what changed")
        ProfileChange change) {}
