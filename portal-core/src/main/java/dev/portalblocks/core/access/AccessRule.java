// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a policy that is data: who may use a permission, and on what. A host keeps such lines in its own
 * configuration and makes a {@link RolePolicy} of them.
 *
 * @param kind which sort of actor
 * @param role the role that the actor needs, never blank; null for everybody of the kind, which staff can have for what is
 *     published only
 * @param permission the permission's name; never blank
 * @param condition on what
 */
public record AccessRule(Actor.Kind kind, @Nullable String role, String permission, Condition condition) {
    /** On what somebody may use a permission. */
    public enum Condition {
        /** On what is published for an audience that the actor belongs to. */
        PUBLISHED,
        /** A customer, in their own name, on what is theirs. */
        OWN,
        /** A customer who acts for another, on what is that one's; with a mandate, which no rule can spare. */
        ACTS_FOR,
        /** An agent, on what a team handles that the agent is in. */
        TEAM,
        /** On everything that the tenant has. */
        TENANT
    }

    /**
     * Refuses with {@code IllegalArgumentException} what can't be: a customer or visitor with the whole tenant, anybody but
     * an agent with a team, anybody but a customer with their own, staff that needs no role, a role or permission without a
     * name; and with {@code NullPointerException}, by its name, a part that is missing.
     */
    public AccessRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(condition, "condition");
        if (permission.isBlank()) {
            throw new IllegalArgumentException("A rule for " + kind + " names no permission");
        }
        if (role != null && role.isBlank()) {
            throw new IllegalArgumentException(
                    "The rule for " + permission + " names no role: leave it out, or name one");
        }
        boolean fits = switch (condition) {
            case PUBLISHED -> true;
            case OWN, ACTS_FOR -> kind == Actor.Kind.CUSTOMER;
            case TEAM -> kind == Actor.Kind.AGENT;
            case TENANT -> kind == Actor.Kind.AGENT || kind == Actor.Kind.SYSTEM;
        };
        boolean isStaff = kind == Actor.Kind.AGENT && condition != Condition.PUBLISHED;
        if (!fits || (isStaff && role == null)) {
            throw new IllegalArgumentException(
                    "Not a rule: " + permission + " for " + kind + " of role " + role + " on " + condition);
        }
    }

    /** Returns the rule for everybody of a kind. */
    public static AccessRule of(Actor.Kind kind, String permission, Condition condition) {
        return new AccessRule(kind, null, permission, condition);
    }

    /** Returns the rule for agents with a role. */
    public static AccessRule ofRole(String role, String permission, Condition condition) {
        return new AccessRule(Actor.Kind.AGENT, role, permission, condition);
    }

    /** Returns whether the rule speaks of this actor, as it asks: in its own name or in another's. */
    boolean isAbout(Actor actor) {
        boolean named = switch (condition) {
            case OWN -> actor.actsFor() == null;
            case ACTS_FOR -> actor.actsFor() != null;
            case PUBLISHED, TEAM, TENANT -> true;
        };
        return named && actor.kind() == kind && (role == null || actor.roles().contains(role));
    }
}
