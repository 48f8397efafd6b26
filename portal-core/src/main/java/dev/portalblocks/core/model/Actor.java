// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: the host's login, turned into the one thing that every operation takes first. The library never
 * authenticates; who builds an {@code Actor} vouches for it.
 *
 * <p>Whom the actor may act for (household, power of attorney) is not part of it: that is resolved inside each
 * operation, so that a revocation counts at once.
 *
 * @param tenant the company whose portal this is
 * @param kind what sort of identity it is
 * @param identity the customer number, the agent's login or the system's name
 * @param roles what the host says of the identity, {@code editor}, {@code broker}; 1 to 115 characters each, so that every
 *     role has its {@link Audience}
 * @param attributes further facts for the host's own policy; never logged
 */
public record Actor(TenantId tenant, Kind kind, String identity, Set<String> roles, Map<String, String> attributes) {
    /** What sort of identity asks. */
    public enum Kind {
        /** A customer of the company, signed in. */
        CUSTOMER,
        /** A member of the company's staff. */
        AGENT,
        /** A program of the host: an import, a task. */
        SYSTEM,
        /** Nobody in particular. */
        ANONYMOUS
    }

    /**
     * Copies the collections and checks identity and roles; throws {@link PortalException.InvalidInput} with
     * {@code actor.invalid} or {@code role.invalid}.
     */
    public Actor {
        Texts.identifier("actor", identity, 100);
        roles = Set.copyOf(roles);
        roles.forEach(role -> Texts.identifier("role", role, Audience.MAX_ROLE));
        attributes = Map.copyOf(attributes);
    }

    /** Returns a signed-in customer without roles. */
    public static Actor customer(TenantId tenant, CustomerId customer) {
        return new Actor(tenant, Kind.CUSTOMER, customer.value(), Set.of(), Map.of());
    }

    /** Returns a member of staff with these roles. */
    public static Actor agent(TenantId tenant, String login, String... roles) {
        return new Actor(tenant, Kind.AGENT, login, Set.copyOf(Arrays.asList(roles)), Map.of());
    }

    /** Returns a program of the host, for example {@code import}. */
    public static Actor system(TenantId tenant, String name) {
        return new Actor(tenant, Kind.SYSTEM, name, Set.of(), Map.of());
    }

    /** Returns a visitor who has not signed in. */
    public static Actor anonymous(TenantId tenant) {
        return new Actor(tenant, Kind.ANONYMOUS, "anonymous", Set.of(), Map.of());
    }

    /** Returns the same identity with these roles instead. */
    public Actor withRoles(String... names) {
        return new Actor(tenant, kind, identity, Set.copyOf(Arrays.asList(names)), attributes);
    }

    /** Returns the same identity with these attributes instead. */
    public Actor withAttributes(Map<String, String> facts) {
        return new Actor(tenant, kind, identity, roles, facts);
    }

    /** Returns the customer that the actor is; empty for every other kind. */
    public Optional<CustomerId> findCustomer() {
        return kind == Kind.CUSTOMER ? Optional.of(CustomerId.of(identity)) : Optional.empty();
    }

    /** Returns whether somebody is signed in: every kind but anonymous. */
    @JsonIgnore
    public boolean isSignedIn() {
        return kind != Kind.ANONYMOUS;
    }

    /** Names tenant, kind and identity only: roles and attributes never reach a log. */
    @Override
    public String toString() {
        return tenant + "/" + kind + "/" + identity;
    }
}
