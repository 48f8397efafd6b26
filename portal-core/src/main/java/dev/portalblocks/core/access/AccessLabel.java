// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scope looks at in an object. A dimension that an object does not have (null) is not restricted for it; an
 * object with an empty set of audiences is for nobody.
 *
 * @param tenant whose portal it belongs to
 * @param customer whose object it is
 * @param team which team of the company handles it
 * @param audiences for whom it was published; one in common is enough
 * @param state its state, in the block's own words
 */
public record AccessLabel(
        TenantId tenant,
        @Nullable CustomerId customer,
        @Nullable String team,
        @Nullable Set<Audience> audiences,
        @Nullable String state) {

    /** Copies the audiences. */
    public AccessLabel {
        audiences = audiences == null ? null : Set.copyOf(audiences);
    }

    /** Returns the label of what everybody in a tenant's reach may see. */
    public static AccessLabel of(TenantId tenant) {
        return new AccessLabel(tenant, null, null, null, null);
    }

    /** Returns this label with an owner. */
    public AccessLabel ownedBy(CustomerId owner) {
        return new AccessLabel(tenant, Objects.requireNonNull(owner), team, audiences, state);
    }

    /** Returns this label for one team. */
    public AccessLabel handledBy(String name) {
        return new AccessLabel(tenant, customer, name, audiences, state);
    }

    /** Returns this label for these audiences. */
    public AccessLabel forAudiences(Set<Audience> readers) {
        return new AccessLabel(tenant, customer, team, readers, state);
    }

    /** Returns this label in a state. */
    public AccessLabel inState(String name) {
        return new AccessLabel(tenant, customer, team, audiences, name);
    }
}
