// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.faq.model.FaqSectionId;
import java.time.Instant;

/**
 * A section as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param title what readers see
 * @param position where it stands: the smaller comes first; of equal ones the smaller text of the id
 * @param version 1 for the first title
 * @param changedAt when the title changed last
 */
public record StoredFaqSection(
        TenantId tenant,
        FaqSectionId id,
        @NotPersonal("a heading of the company's") LocalizedText title,
        @NotPersonal("a place in an order") int position,
        long version,
        Instant changedAt) {

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant);
    }

    /** Returns the next version, with another title. */
    public StoredFaqSection titled(LocalizedText text, Instant now) {
        return new StoredFaqSection(tenant, id, text, position, version + 1, now);
    }

    /** Returns the same version at another place. */
    public StoredFaqSection at(int place) {
        return new StoredFaqSection(tenant, id, title, place, version, changedAt);
    }
}
