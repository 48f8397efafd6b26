// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import java.time.Instant;

/**
 * An entry as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param place where it stands
 * @param state whether readers see it
 * @param content what it says, and for whom
 * @param version 1 for the first
 * @param changedAt when content or state changed last
 */
public record StoredFaqEntry(
        TenantId tenant,
        FaqEntryId id,
        @NotPersonal("a place in an order") Place place,
        FaqEntryState state,

        @NotPersonal("written by the company for its readers")
        FaqContent content,

        long version,
        Instant changedAt) {

    /**
     * Where an entry stands.
     *
     * @param section in which section
     * @param position the smaller comes first; of equal ones the smaller text of the entry's id
     */
    public record Place(
            FaqSectionId section,
            @NotPersonal("a place in an order") int position) {}

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).forAudiences(content.audiences()).inState(state.label());
    }

    /** Returns the next version, with another content. */
    public StoredFaqEntry saying(FaqContent text, Instant now) {
        return new StoredFaqEntry(tenant, id, place, state, text, version + 1, now);
    }

    /** Returns the next version, in another state. */
    public StoredFaqEntry in(FaqEntryState next, Instant now) {
        return new StoredFaqEntry(tenant, id, place, next, content, version + 1, now);
    }

    /** Returns the same version at another place. */
    public StoredFaqEntry at(Place other) {
        return new StoredFaqEntry(tenant, id, other, state, content, version, changedAt);
    }
}
