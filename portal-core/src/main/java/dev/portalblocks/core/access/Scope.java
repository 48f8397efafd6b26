// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import java.util.Set;

/**
 * The part of a tenant's data that an operation may touch. {@link #covers} decides it for one object; a store or an
 * index translates the same dimensions into its query, and both admit the same.
 *
 * @param tenant the one tenant
 * @param customers whose objects
 * @param teams which teams' objects
 * @param audiences published for whom
 * @param states in which state
 */
public record Scope(
        TenantId tenant,
        Bound<CustomerId> customers,
        Bound<String> teams,
        Bound<Audience> audiences,
        Bound<String> states) {

    /** Returns the scope of everything that a tenant has. */
    public static Scope wholeTenant(TenantId tenant) {
        return new Scope(tenant, Bound.all(), Bound.all(), Bound.all(), Bound.all());
    }

    /** Returns whether the object lies within every dimension. */
    public boolean covers(AccessLabel object) {
        Set<Audience> readers = object.audiences();
        return tenant.equals(object.tenant())
                && (object.customer() == null || customers.admits(object.customer()))
                && (object.team() == null || teams.admits(object.team()))
                && (readers == null || audiences.admitsAny(readers))
                && (object.state() == null || states.admits(object.state()));
    }

    /**
     * Returns a scope that covers nothing but what both cover. Where an object is for several audiences it may cover less:
     * one audience has to be admitted by both.
     *
     * @throws IllegalArgumentException when the scopes are of different tenants
     */
    public Scope and(Scope other) {
        if (!tenant.equals(other.tenant)) {
            throw new IllegalArgumentException("Scopes of different tenants have nothing in common");
        }
        return new Scope(
                tenant,
                customers.and(other.customers),
                teams.and(other.teams),
                audiences.and(other.audiences),
                states.and(other.states));
    }

    /** Returns this scope for these customers at most. */
    public Scope ofCustomers(Bound<CustomerId> some) {
        return new Scope(tenant, customers.and(some), teams, audiences, states);
    }

    /** Returns this scope for what these teams handle at most. */
    public Scope ofTeams(Bound<String> some) {
        return new Scope(tenant, customers, teams.and(some), audiences, states);
    }

    /** Returns this scope for these audiences at most. */
    public Scope ofAudiences(Bound<Audience> some) {
        return new Scope(tenant, customers, teams, audiences.and(some), states);
    }

    /** Returns this scope for these states at most. */
    public Scope inStates(Bound<String> some) {
        return new Scope(tenant, customers, teams, audiences, states.and(some));
    }
}
