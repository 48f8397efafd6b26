// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;

/** Whose profile: a number means somebody within a tenant only. */
record ProfileOwner(TenantId tenant, CustomerId customer) {
    AccessLabel label() {
        return AccessLabel.of(tenant).ownedBy(customer);
    }
}
