// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.TenantId;
import java.util.Map;
import java.util.TreeMap;

/** Policies that are right but for one condition. */
final class PolicyFaults {
    private static final AccessPolicy RIGHT = RolePolicy.standard();

    private PolicyFaults() {}

    /** Returns the policies by what is wrong with them. */
    static Map<String, AccessPolicy> all() {
        Map<String, AccessPolicy> faults = new TreeMap<>();
        faults.put(
                "any agent has every role",
                (tx, actor, permission) ->
                        actor.kind() == Actor.Kind.AGENT ? all(actor) : RIGHT.decide(tx, actor, permission));
        faults.put(
                "a role counts for nothing",
                (tx, actor, permission) -> RIGHT.decide(tx, actor.withRoles(), permission));
        faults.put(
                "customers do what staff does",
                (tx, actor, permission) ->
                        actor.kind() == Actor.Kind.CUSTOMER ? all(actor) : RIGHT.decide(tx, actor, permission));
        faults.put(
                "visitors pass for customers",
                (tx, actor, permission) ->
                        permission.reach() == Permission.Reach.OWNERS && actor.kind() == Actor.Kind.ANONYMOUS
                                ? all(actor)
                                : RIGHT.decide(tx, actor, permission));
        faults.put(
                "visitors read nothing",
                (tx, actor, permission) -> actor.isSignedIn() ? RIGHT.decide(tx, actor, permission) : Decision.deny());
        faults.put(
                "programs have no rights",
                (tx, actor, permission) ->
                        actor.kind() == Actor.Kind.SYSTEM ? Decision.deny() : RIGHT.decide(tx, actor, permission));
        faults.put(
                "the auditor also edits",
                (tx, actor, permission) ->
                        actor.roles().contains("auditor") && permission.reach() == Permission.Reach.STAFF
                                ? all(actor)
                                : RIGHT.decide(tx, actor, permission));
        faults.put(
                "the scope is another tenant's",
                (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(TenantId.of("initech"))));
        faults.put("nobody may do anything", Ruler.NOBODY);
        faults.put("everybody may do everything", Ruler.EVERYBODY);
        return faults;
    }

    private static Decision all(Actor actor) {
        return Decision.allow(Scope.wholeTenant(actor.tenant()));
    }
}
