// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;

/**
 * A version of a document as it is stored.
 *
 * @param tenant whose portal
 * @param document which document
 * @param customer whose document
 * @param version what the document consisted of
 */
public record StoredVersion(
        TenantId tenant,
        DocumentId document,
        CustomerId customer,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "finding the bytes and telling damaged ones")
        DocumentVersion version) {

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).ownedBy(customer);
    }
}
