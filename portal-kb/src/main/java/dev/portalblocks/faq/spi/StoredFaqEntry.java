// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param place where it stands
 * @param state where it stands in its life
 * @param parts what it says, and for whom
 * @param version 1 for the first
 * @param changedAt when anything but the place changed last
 */
public record StoredFaqEntry(
        TenantId tenant,
        FaqEntryId id,
        @NotPersonal("a place in an order") FaqPlace place,
        FaqEntryState state,

        @NotPersonal("written by the company for its readers")
        Parts<FaqContent> parts,

        long version,
        Instant changedAt) {

    /**
     * Returns whether an editor's scope covers the entry: the tenant, the state, and the audiences of each side that is there. An editor
     * sees and changes both sides at once, so one of them beyond the scope puts the whole entry beyond it.
     */
    public boolean isWithin(Scope scope) {
        AccessLabel label = AccessLabel.of(tenant).inState(state.label());
        FaqContent draft = parts.draft();
        Revision<FaqContent> published = parts.published();
        return scope.covers(label)
                && (draft == null || scope.covers(label.forAudiences(draft.audiences())))
                && (published == null
                        || scope.covers(label.forAudiences(published.content().audiences())));
    }

    /** Returns what a reader's scope decides by; empty when readers have nothing to see. */
    public Optional<AccessLabel> publishedLabel() {
        Revision<FaqContent> published = parts.published();
        if (published == null || state != FaqEntryState.PUBLISHED) {
            return Optional.empty();
        }
        return Optional.of(AccessLabel.of(tenant)
                .inState(state.label())
                .forAudiences(published.content().audiences()));
    }

    /** Returns what readers may see of it, whenever that is; empty when that is nothing. */
    public Optional<PublishedFaqEntry> published() {
        return state == FaqEntryState.PUBLISHED && !parts.schedule().isEmpty()
                ? Optional.of(new PublishedFaqEntry(id, place, parts.schedule(), changedAt))
                : Optional.empty();
    }

    /** Returns the next version. */
    public StoredFaqEntry next(FaqEntryState newState, Parts<FaqContent> newParts, Instant now) {
        return new StoredFaqEntry(tenant, id, place, newState, newParts, version + 1, now);
    }

    /** Returns this entry, of the same version, that says something else. */
    public StoredFaqEntry saying(Parts<FaqContent> newParts) {
        return new StoredFaqEntry(tenant, id, place, state, newParts, version, changedAt);
    }

    /** Returns the same version at another place. */
    public StoredFaqEntry at(FaqPlace other) {
        return new StoredFaqEntry(tenant, id, other, state, parts, version, changedAt);
    }
}
