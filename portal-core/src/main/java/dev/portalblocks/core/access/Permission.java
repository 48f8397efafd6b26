// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import java.util.Set;

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
        STAFF
    }

    /** The state of what {@link Reach#READERS} may see. */
    public static final String PUBLISHED = "published";

    /** Copies the roles. */
    public Permission {
        roles = Set.copyOf(roles);
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
