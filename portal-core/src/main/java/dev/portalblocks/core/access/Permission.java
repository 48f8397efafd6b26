// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.access.AccessRule.Condition;
import dev.portalblocks.core.model.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an operation needs. A block declares its permissions together with whom they reach by default; a host's policy
 * may give them to others.
 *
 * @param name stable, {@code kb.publish}
 * @param reach how far it goes for those who have it
 * @param roles the roles of staff that have it by default
 */
public record Permission(String name, Reach reach, Set<String> roles) {
    /** How far a permission goes. */
    public enum Reach {
        /** Everybody reads what is published for an audience that they belong to. */
        READERS,
        /** Customers reach what is theirs; staff with a role, and programs, the whole tenant. */
        OWNERS,
        /** Customers reach what is theirs; nobody else does what they do in their own name. */
        CUSTOMERS,
        /** Staff with a role reach what their teams handle, programs the whole tenant; customers nothing. */
        TEAMS,
        /** Staff with a role, and programs, reach the whole tenant; customers nothing. */
        STAFF;

        /** Returns whether a rule can grant such a permission on this condition; on any other it grants nothing. */
        public boolean admits(Condition condition) {
            return switch (condition) {
                case PUBLISHED -> this == READERS;
                case OWN, ACTS_FOR -> this == OWNERS || this == CUSTOMERS;
                case TEAM -> this == TEAMS;
                case TENANT -> this == OWNERS || this == TEAMS || this == STAFF;
            };
        }
    }

    /** The state of what {@link Reach#READERS} may see. */
    public static final String PUBLISHED = "published";

    /** Copies the roles. */
    public Permission {
        roles = Set.copyOf(roles);
    }

    /** Returns the rules that apply where a policy says nothing else. */
    public List<AccessRule> rules() {
        return switch (reach) {
            case READERS ->
                Arrays.stream(Actor.Kind.values())
                        .map(kind -> AccessRule.of(kind, name, Condition.PUBLISHED))
                        .toList();
            case OWNERS -> joined(ofCustomers(), ofStaff(Condition.TENANT));
            case CUSTOMERS -> ofCustomers().toList();
            case TEAMS -> joined(Stream.empty(), ofStaff(Condition.TEAM));
            case STAFF -> joined(Stream.empty(), ofStaff(Condition.TENANT));
        };
    }

    private Stream<AccessRule> ofCustomers() {
        return Stream.of(Condition.OWN, Condition.ACTS_FOR)
                .map(condition -> AccessRule.of(Actor.Kind.CUSTOMER, name, condition));
    }

    private Stream<AccessRule> ofStaff(Condition condition) {
        return roles.stream().sorted().map(role -> AccessRule.ofRole(role, name, condition));
    }

    private List<AccessRule> joined(Stream<AccessRule> customers, Stream<AccessRule> staff) {
        AccessRule programs = AccessRule.of(Actor.Kind.SYSTEM, name, Condition.TENANT);
        return Stream.concat(Stream.concat(customers, staff), Stream.of(programs))
                .toList();
    }

    /** Returns a permission to read what is published. */
    public static Permission forReaders(String name) {
        return new Permission(name, Reach.READERS, Set.of());
    }

    /** Returns a permission of customers over what is theirs, and of staff with one of these roles. */
    public static Permission forOwners(String name, String... roles) {
        return new Permission(name, Reach.OWNERS, Set.of(roles));
    }

    /** Returns a permission of customers over what is theirs, and of nobody else. */
    public static Permission forCustomers(String name) {
        return new Permission(name, Reach.CUSTOMERS, Set.of());
    }

    /** Returns a permission of staff with one of these roles over what their teams handle. */
    public static Permission forTeams(String name, String... roles) {
        return new Permission(name, Reach.TEAMS, Set.of(roles));
    }

    /** Returns a permission of staff with one of these roles. */
    public static Permission forStaff(String name, String... roles) {
        return new Permission(name, Reach.STAFF, Set.of(roles));
    }
}
