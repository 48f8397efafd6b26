// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Directories;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Policies that are right but for one condition, each with the operation whose rules must tell. */
final class PolicyFaults {
    private PolicyFaults() {}

    /**
     * A policy with a fault.
     *
     * @param name what is wrong with it
     * @param operation the operation of which a rule is broken
     * @param policy decides
     */
    record Fault(String name, String operation, AccessPolicy policy) {
        static Fault of(String name, String operation, Twist twist) {
            return new Fault(name, operation, new Twisted(RolePolicy.standard(), twist));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Decides wrongly, mostly by asking what is right. */
    @FunctionalInterface
    private interface Twist {
        Decision decide(AccessPolicy right, Tx tx, Actor actor, Permission permission);
    }

    private record Twisted(AccessPolicy right, Twist twist) implements AccessPolicy {
        @Override
        public AccessPolicy knowing(Directories directories) {
            return new Twisted(right.knowing(directories), twist);
        }

        @Override
        public Decision decide(Tx tx, Actor actor, Permission permission) {
            return twist.decide(right, tx, actor, permission);
        }
    }

    /** Returns the policies. */
    static List<Fault> all() {
        return List.of(
                Fault.of(
                        "any agent has every role",
                        "kb.article.edit",
                        (right, tx, actor, permission) ->
                                actor.kind() == Actor.Kind.AGENT ? all(actor) : right.decide(tx, actor, permission)),
                Fault.of(
                        "a role counts for nothing",
                        "profile.find",
                        (right, tx, actor, permission) -> right.decide(tx, actor.withRoles(), permission)),
                Fault.of(
                        "customers do what staff does",
                        "kb.article.archive",
                        (right, tx, actor, permission) ->
                                actor.kind() == Actor.Kind.CUSTOMER ? all(actor) : right.decide(tx, actor, permission)),
                Fault.of(
                        "visitors pass for customers",
                        "docs.read",
                        (right, tx, actor, permission) ->
                                permission.reach() == Permission.Reach.OWNERS && actor.kind() == Actor.Kind.ANONYMOUS
                                        ? all(actor)
                                        : right.decide(tx, actor, permission)),
                Fault.of(
                        "visitors read nothing",
                        "kb.article.read",
                        (right, tx, actor, permission) ->
                                actor.isSignedIn() ? right.decide(tx, actor, permission) : Decision.deny()),
                Fault.of(
                        "programs have no rights",
                        "core.content.sweep",
                        (right, tx, actor, permission) -> actor.kind() == Actor.Kind.SYSTEM
                                ? Decision.deny()
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "the auditor also edits",
                        "kb.article.create",
                        (right, tx, actor, permission) ->
                                actor.roles().contains("auditor") && permission.reach() == Permission.Reach.STAFF
                                        ? all(actor)
                                        : right.decide(tx, actor, permission)),
                Fault.of(
                        "the scope is another tenant's",
                        "faq.sections",
                        (right, tx, actor, permission) -> Decision.allow(Scope.wholeTenant(TenantId.of("initech")))),
                Fault.of("nobody may do anything", "search.find", (right, tx, actor, permission) -> Decision.deny()),
                Fault.of("everybody may do everything", "audit.list", (right, tx, actor, permission) -> all(actor)),
                Fault.of(
                        "readers see drafts instead",
                        "faq.read",
                        (right, tx, actor, permission) -> permission.reach() == Permission.Reach.READERS
                                ? inDrafts(right.decide(tx, actor, permission))
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "service and editor are mixed up",
                        "docs.upload",
                        (right, tx, actor, permission) -> right.decide(tx, swapped(actor), permission)),
                Fault.of(
                        "teams are forgotten",
                        "desk.conversations",
                        (right, tx, actor, permission) -> permission.reach() == Permission.Reach.TEAMS
                                ? inAllTeams(right.decide(tx, actor, permission))
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "everybody is in no team",
                        "desk.send",
                        (right, tx, actor, permission) ->
                                permission.reach() == Permission.Reach.TEAMS && actor.kind() == Actor.Kind.AGENT
                                        ? inNoTeam(right.decide(tx, actor, permission))
                                        : right.decide(tx, actor, permission)),
                Fault.of(
                        "what is for another is as one's own",
                        "profile.change",
                        (right, tx, actor, permission) -> right.decide(tx, inOwnName(actor), permission)),
                Fault.of(
                        "a mandate is worth nothing",
                        "inbox.messages",
                        (right, tx, actor, permission) ->
                                actor.actsFor() == null ? right.decide(tx, actor, permission) : Decision.deny()),
                Fault.of(
                        "customers only read",
                        "inbox.send",
                        (right, tx, actor, permission) -> actor.kind() == Actor.Kind.CUSTOMER
                                        && permission.name().endsWith(".write")
                                ? Decision.deny()
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "staff reads customers' inboxes",
                        "inbox.read",
                        (right, tx, actor, permission) -> permission.name().equals("inbox.read")
                                        && actor.roles().contains("service")
                                ? all(actor)
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "auditors look into profiles",
                        "profile.changes",
                        (right, tx, actor, permission) -> actor.roles().contains("auditor")
                                        && permission.name().startsWith("profile.")
                                ? all(actor)
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "whoever serves also publishes",
                        "faq.entry.publish",
                        (right, tx, actor, permission) -> permission.name().endsWith(".publish")
                                        && actor.roles().contains("service")
                                ? all(actor)
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "who edits reads what only the search reads",
                        "kb.index.read",
                        (right, tx, actor, permission) -> permission.name().endsWith(".index")
                                        && actor.roles().contains("editor")
                                ? all(actor)
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "staff without a role reads nothing",
                        "kb.category.list",
                        (right, tx, actor, permission) -> actor.kind() == Actor.Kind.AGENT
                                        && actor.roles().isEmpty()
                                ? Decision.deny()
                                : right.decide(tx, actor, permission)),
                Fault.of(
                        "customers give no mandates",
                        "mandates.grant",
                        (right, tx, actor, permission) ->
                                permission.name().equals("mandates.edit") && actor.kind() == Actor.Kind.CUSTOMER
                                        ? Decision.deny()
                                        : right.decide(tx, actor, permission)),
                Fault.of(
                        "who can't give a mandate can't take one back",
                        "mandates.revoke",
                        (right, tx, actor, permission) ->
                                permission.name().equals("mandates.revoke") && actor.kind() == Actor.Kind.CUSTOMER
                                        ? Decision.deny()
                                        : right.decide(tx, actor, permission)));
    }

    private static Decision all(Actor actor) {
        return Decision.allow(Scope.wholeTenant(actor.tenant()));
    }

    private static Decision inDrafts(Decision decision) {
        return with(
                decision,
                it -> new Scope(it.tenant(), it.customers(), it.teams(), it.audiences(), Bound.only(Set.of("draft"))));
    }

    private static Decision inAllTeams(Decision decision) {
        return with(decision, it -> new Scope(it.tenant(), it.customers(), Bound.all(), it.audiences(), it.states()));
    }

    private static Decision inNoTeam(Decision decision) {
        return with(decision, it -> it.ofTeams(Bound.only(Set.of())));
    }

    private static Decision with(Decision decision, UnaryOperator<Scope> change) {
        return decision instanceof Decision.Allow allowed ? Decision.allow(change.apply(allowed.scope())) : decision;
    }

    private static Actor inOwnName(Actor actor) {
        return actor.kind() == Actor.Kind.CUSTOMER
                ? Actor.customer(actor.tenant(), actor.findCustomer().orElseThrow())
                : actor;
    }

    private static Actor swapped(Actor actor) {
        return actor.withRoles(actor.roles().stream()
                .map(role -> switch (role) {
                    case "service" -> "editor";
                    case "editor" -> "service";
                    default -> role;
                })
                .toArray(String[]::new));
    }
}
