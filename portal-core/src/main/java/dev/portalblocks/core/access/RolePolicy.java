// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policy that applies when the host brings none: it reads each permission's own reach and roles. What no rule
 * grants is denied.
 *
 * <p>Immutable.
 */
public final class RolePolicy implements AccessPolicy {
    private final Map<String, Set<String>> rolesByPermission;

    private RolePolicy(Map<String, Set<String>> rolesByPermission) {
        this.rolesByPermission = rolesByPermission;
    }

    /** Returns the policy in which every permission goes to the roles that its block names. */
    public static RolePolicy standard() {
        return new RolePolicy(Map.of());
    }

    /**
     * Returns this policy with the roles of one permission replaced. Customers keep what is theirs.
     *
     * @throws IllegalArgumentException for a permission of readers, which asks for audiences and not for roles
     */
    public RolePolicy grant(Permission permission, String... roles) {
        if (permission.reach() == Permission.Reach.READERS) {
            throw new IllegalArgumentException("Readers need no role for " + permission.name());
        }
        Map<String, Set<String>> more = new HashMap<>(rolesByPermission);
        more.put(permission.name(), Set.of(roles));
        return new RolePolicy(Map.copyOf(more));
    }

    @Override
    public Decision decide(Tx tx, Actor actor, Permission permission) {
        return switch (permission.reach()) {
            case READERS -> Decision.allow(asReader(actor));
            case OWNERS ->
                actor.kind() == Actor.Kind.CUSTOMER
                        ? Decision.allow(asOwner(actor))
                        : decideForStaff(actor, permission);
            case STAFF -> decideForStaff(actor, permission);
        };
    }

    private Decision decideForStaff(Actor actor, Permission permission) {
        return switch (actor.kind()) {
            case SYSTEM -> Decision.allow(Scope.wholeTenant(actor.tenant()));
            case AGENT ->
                hasRole(actor, permission) ? Decision.allow(Scope.wholeTenant(actor.tenant())) : Decision.deny();
            case CUSTOMER, ANONYMOUS -> Decision.deny();
        };
    }

    private boolean hasRole(Actor actor, Permission permission) {
        @Nullable Set<String> granted = rolesByPermission.get(permission.name());
        Set<String> roles = granted == null ? permission.roles() : granted;
        return actor.roles().stream().anyMatch(roles::contains);
    }

    private static Scope asOwner(Actor actor) {
        return Scope.wholeTenant(actor.tenant()).ofCustomers(Bound.only(own(actor)));
    }

    private static Scope asReader(Actor actor) {
        Set<Audience> audiences = new HashSet<>();
        audiences.add(Audience.PUBLIC);
        if (actor.isSignedIn()) {
            audiences.add(Audience.SIGNED_IN);
            actor.roles().forEach(role -> audiences.add(Audience.role(role)));
        }
        return asOwner(actor).ofAudiences(Bound.only(audiences)).inStates(Bound.only(Set.of(Permission.PUBLISHED)));
    }

    private static Set<CustomerId> own(Actor actor) {
        return actor.findCustomer().map(Set::of).orElse(Set.of());
    }
}
