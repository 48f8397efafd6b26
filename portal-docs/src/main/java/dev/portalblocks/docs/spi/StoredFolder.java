// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.FolderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A folder as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param customer whose folder
 * @param parent in which folder it stands; null at the top
 * @param name as it was written
 * @param nameKey the same for all spellings of the name that count as one; only one sibling has it
 * @param version 1 for the first
 * @param changedAt when name or place changed last
 */
public record StoredFolder(
        TenantId tenant,
        FolderId id,
        CustomerId customer,
        @Nullable FolderId parent,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "showing customers their folders")
        String name,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "telling equal names of folders")
        String nameKey,

        long version,
        Instant changedAt) {

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).ownedBy(customer);
    }

    /** Returns the next version, under another name. */
    public StoredFolder named(String other, String otherKey, Instant now) {
        return new StoredFolder(tenant, id, customer, parent, other, otherKey, version + 1, now);
    }

    /** Returns the next version, in another folder; null for the top. */
    public StoredFolder in(@Nullable FolderId folder, Instant now) {
        return new StoredFolder(tenant, id, customer, folder, name, nameKey, version + 1, now);
    }
}
