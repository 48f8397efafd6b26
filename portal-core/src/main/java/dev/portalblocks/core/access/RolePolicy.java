// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.Tx;
import java.util.Arrays;
import java.util.Collections;
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
    private final Set<String> acrossTeams;
    private final @Nullable TeamDirectory teams;

    private RolePolicy(
            Map<String, Set<String>> rolesByPermission, Set<String> acrossTeams, @Nullable TeamDirectory teams) {
        this.rolesByPermission = rolesByPermission;
        this.acrossTeams = acrossTeams;
        this.teams = teams;
    }

    /** Returns the policy in which every permission goes to the roles that its block names. */
    public static RolePolicy standard() {
        return new RolePolicy(Map.of(), Set.of(), null);
    }

    /**
     * Returns this policy with one permission given to these roles, too; those that have it keep it.
     *
     * @throws IllegalArgumentException for a permission of readers, which asks for audiences and not for roles, and for one
     *     that is the customers' alone
     */
    public RolePolicy grant(Permission permission, String... roles) {
        Set<String> all = new HashSet<>(roles(permission));
        Collections.addAll(all, roles);
        return with(permission, all);
    }

    /**
     * Returns this policy with one permission for these roles only, for no staff when there are none. Customers keep what
     * is theirs, and programs the whole tenant.
     *
     * @throws IllegalArgumentException for a permission of readers, which asks for audiences and not for roles, and for one
     *     that is the customers' alone
     */
    public RolePolicy restrict(Permission permission, String... roles) {
        return with(permission, Set.copyOf(Arrays.asList(roles)));
    }

    private RolePolicy with(Permission permission, Set<String> roles) {
        if (permission.reach() == Permission.Reach.READERS) {
            throw new IllegalArgumentException("Readers need no role for " + permission.name());
        }
        if (permission.reach() == Permission.Reach.CUSTOMERS) {
            throw new IllegalArgumentException("No role speaks in a customer's name: " + permission.name());
        }
        Map<String, Set<String>> more = new HashMap<>(rolesByPermission);
        more.put(permission.name(), Set.copyOf(roles));
        return new RolePolicy(Map.copyOf(more), acrossTeams, teams);
    }

    /**
     * Returns this policy with the roles, {@code supervisor}, in which an agent reaches what any team handles. Such a role
     * only widens: the agent needs one that gives the permission as well.
     */
    public RolePolicy acrossTeams(String... roles) {
        return new RolePolicy(rolesByPermission, Set.copyOf(Arrays.asList(roles)), teams);
    }

    /**
     * Returns this policy with where to ask for an agent's teams; without it an agent is in none. The one that it was told
     * first stays: a portal tells its own to a policy that knows none yet.
     */
    @Override
    public RolePolicy knowing(TeamDirectory directory) {
        return teams != null ? this : new RolePolicy(rolesByPermission, acrossTeams, directory);
    }

    @Override
    public Decision decide(Tx tx, Actor actor, Permission permission) {
        return switch (permission.reach()) {
            case READERS -> Decision.allow(asReader(actor));
            case OWNERS ->
                actor.kind() == Actor.Kind.CUSTOMER
                        ? Decision.allow(asOwner(actor))
                        : decideForStaff(actor, permission);
            case CUSTOMERS -> actor.kind() == Actor.Kind.CUSTOMER ? Decision.allow(asOwner(actor)) : Decision.deny();
            case STAFF -> decideForStaff(actor, permission);
            case TEAMS -> decideForStaff(actor, permission).and(Decision.allow(ofTeams(tx, actor)));
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
        return actor.roles().stream().anyMatch(roles(permission)::contains);
    }

    private Set<String> roles(Permission permission) {
        return rolesByPermission.getOrDefault(permission.name(), permission.roles());
    }

    /** Asked anew in each transaction, so that who left a team is out of it at once. */
    private Scope ofTeams(Tx tx, Actor actor) {
        Scope all = Scope.wholeTenant(actor.tenant());
        if (actor.kind() != Actor.Kind.AGENT || actor.roles().stream().anyMatch(acrossTeams::contains)) {
            return all;
        }
        Set<String> own = teams == null ? Set.of() : teams.teamsOf(tx, actor.tenant(), actor.identity());
        return all.ofTeams(Bound.only(own));
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
        return actor.findPrincipal().map(Set::of).orElse(Set.of());
    }
}
