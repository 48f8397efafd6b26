// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the host's login, turned into the one thing that every operation takes first. The library never
 * authenticates; who builds an {@code Actor} vouches for it.
 *
 * <p>For whom a customer acts is a wish and gives no right: whether a mandate allows it is found out inside each operation,
 * so that a revocation counts at once. Whoever wishes nothing has their own data and nobody else's.
 *
 * @param tenant the company whose portal this is
 * @param kind what sort of identity it is
 * @param identity the customer number, the agent's login or the system's name
 * @param roles what the host says of the identity, {@code editor}, {@code broker}; 1 to 115 characters each, so that every
 *     role has its {@link Audience}
 * @param attributes further facts for the host's own policy; never logged
 * @param actsFor the other customer in whose name this one asks; null in their own, and for every other kind
 */
public record Actor(
        TenantId tenant,
        Kind kind,
        String identity,
        Set<String> roles,
        Map<String, String> attributes,
        @Nullable CustomerId actsFor) {
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
     * {@code actor.invalid}, {@code role.invalid}, or {@code acts-for.invalid} where anybody but a customer acts for
     * somebody. To act for oneself is to act in one's own name.
     */
    public Actor {
        Texts.identifier("actor", identity, 100);
        roles = Set.copyOf(roles);
        roles.forEach(role -> Texts.identifier("role", role, Audience.MAX_ROLE));
        attributes = Map.copyOf(attributes);
        if (actsFor != null && kind != Kind.CUSTOMER) {
            throw new PortalException.InvalidInput("acts-for.invalid");
        }
        actsFor = actsFor == null || actsFor.value().equals(identity) ? null : actsFor;
    }

    /** Returns a signed-in customer without roles. */
    public static Actor customer(TenantId tenant, CustomerId customer) {
        return new Actor(tenant, Kind.CUSTOMER, customer.value(), Set.of(), Map.of(), null);
    }

    /** Returns a member of staff with these roles. */
    public static Actor agent(TenantId tenant, String login, String... roles) {
        return new Actor(tenant, Kind.AGENT, login, Set.copyOf(Arrays.asList(roles)), Map.of(), null);
    }

    /** Returns a program of the host, for example {@code import}. */
    public static Actor system(TenantId tenant, String name) {
        return new Actor(tenant, Kind.SYSTEM, name, Set.of(), Map.of(), null);
    }

    /** Returns a visitor who has not signed in. */
    public static Actor anonymous(TenantId tenant) {
        return new Actor(tenant, Kind.ANONYMOUS, "anonymous", Set.of(), Map.of(), null);
    }

    /** Returns the same identity with these roles instead. */
    public Actor withRoles(String... names) {
        return new Actor(tenant, kind, identity, Set.copyOf(Arrays.asList(names)), attributes, actsFor);
    }

    /** Returns the same identity with these attributes instead. */
    public Actor withAttributes(Map<String, String> facts) {
        return new Actor(tenant, kind, identity, roles, facts, actsFor);
    }

    /**
     * Returns the same customer, asking in another one's name. It reaches what is theirs and nothing of its own, and
     * nothing at all without a mandate.
     *
     * @throws PortalException.InvalidInput {@code acts-for.invalid} for anybody but a customer
     */
    public Actor actingFor(CustomerId principal) {
        return new Actor(tenant, kind, identity, roles, attributes, principal);
    }

    /** Returns the customer that the actor is, whomever it acts for; empty for every other kind. */
    public Optional<CustomerId> findCustomer() {
        return kind == Kind.CUSTOMER ? Optional.of(CustomerId.of(identity)) : Optional.empty();
    }

    /** Returns whether the actor is this customer, whomever it acts for. */
    public boolean isCustomer(CustomerId customer) {
        return kind == Kind.CUSTOMER && identity.equals(customer.value());
    }

    /** Returns the customer in whose name the actor asks: the one it acts for, else itself; empty for every other kind. */
    public Optional<CustomerId> findPrincipal() {
        return actsFor == null ? findCustomer() : Optional.of(actsFor);
    }

    /** Returns whether somebody is signed in: every kind but anonymous. */
    @JsonIgnore
    public boolean isSignedIn() {
        return kind != Kind.ANONYMOUS;
    }

    /** Names tenant, kind, identity and the customer it acts for: roles and attributes never reach a log. */
    @Override
    public String toString() {
        return tenant + "/" + kind + "/" + identity + (actsFor == null ? "" : " for " + actsFor);
    }
}
