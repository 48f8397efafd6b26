// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks in a program.
 *
 * @param kind what they are
 * @param identity their name
 * @param roles their roles
 * @param actsFor the customer in whose name they ask; null in their own
 * @param elsewhere whether they belong to the other tenant
 */
record Who(
        Actor.Kind kind,
        String identity,
        Set<String> roles,
        @Nullable String actsFor,
        boolean elsewhere) {
    static Who customer(String number) {
        return new Who(Actor.Kind.CUSTOMER, number, Set.of(), null, false);
    }

    static Who agent(String login, String... roles) {
        return new Who(Actor.Kind.AGENT, login, Set.of(roles), null, false);
    }

    static Who program() {
        return new Who(Actor.Kind.SYSTEM, "program", Set.of(), null, false);
    }

    static Who visitor() {
        return new Who(Actor.Kind.ANONYMOUS, "anonymous", Set.of(), null, false);
    }

    Who actingFor(String principal) {
        return principal.equals(identity) ? this : new Who(kind, identity, roles, principal, elsewhere);
    }

    Who ofTheOtherTenant() {
        return new Who(kind, identity, roles, actsFor, true);
    }

    /** Returns in whose name a customer asks; null for others. */
    @Nullable
    String principal() {
        if (kind != Actor.Kind.CUSTOMER) {
            return null;
        }
        return actsFor == null ? identity : actsFor;
    }

    Actor actor(TenantId tenant) {
        CustomerId other = actsFor == null ? null : CustomerId.of(actsFor);
        return new Actor(tenant, kind, identity, roles, Map.of(), other);
    }

    @Override
    public String toString() {
        return kind + " " + identity + (actsFor == null ? "" : " for " + actsFor) + (elsewhere ? " elsewhere" : "");
    }
}
