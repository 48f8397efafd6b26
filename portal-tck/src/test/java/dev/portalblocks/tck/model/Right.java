// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.Actor;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is to be allowed, and how far it goes for whom: the standard policy, written down again from its documentation. */
enum Right {
    PROFILE_READ("profile.read", Kind.OWNERS, "service"),
    PROFILE_CHANGE("profile.change", Kind.OWNERS, "service"),
    MANDATES_READ("mandates.read", Kind.OWNERS, "service"),
    MANDATES_EDIT("mandates.edit", Kind.OWNERS, "service"),
    MANDATES_REVOKE("mandates.revoke", Kind.OWNERS, "service"),
    CONTENT_READ("content.read", Kind.OWNERS, "service"),
    DOCS_READ("docs.read", Kind.OWNERS, "service"),
    DOCS_WRITE("docs.write", Kind.OWNERS, "service"),
    INBOX_READ("inbox.read", Kind.OWNERS, "nobody"),
    INBOX_WRITE("inbox.write", Kind.CUSTOMERS, "nobody"),
    DESK_READ("desk.read", Kind.TEAMS, "service"),
    DESK_WRITE("desk.write", Kind.TEAMS, "service"),
    KB_READ("kb.read", Kind.READERS, "nobody"),
    KB_EDIT("kb.edit", Kind.STAFF, "editor"),
    KB_PUBLISH("kb.publish", Kind.STAFF, "editor"),
    KB_CURATE("kb.curate", Kind.STAFF, "editor"),
    KB_IMPORT("kb.import", Kind.STAFF, "editor"),
    FAQ_READ("faq.read", Kind.READERS, "nobody"),
    FAQ_EDIT("faq.edit", Kind.STAFF, "editor"),
    FAQ_PUBLISH("faq.publish", Kind.STAFF, "editor"),
    AUDIT_READ("audit.read", Kind.STAFF, "auditor");

    private enum Kind {
        READERS,
        OWNERS,
        CUSTOMERS,
        TEAMS,
        STAFF
    }

    private final String permission;
    private final Kind kind;
    private final String role;

    Right(String permission, Kind kind, String role) {
        this.permission = permission;
        this.kind = kind;
        this.role = role;
    }

    String permission() {
        return permission;
    }

    /**
     * How far somebody reaches; null is everything.
     *
     * @param customers whose matters
     * @param teams what is handled by which teams
     * @param audiences what is published for whom
     */
    record Reach(
            @Nullable Set<String> customers,
            @Nullable Set<String> teams,
            @Nullable Set<String> audiences) {
        static final Reach ALL = new Reach(null, null, null);

        boolean customer(String customer) {
            return customers == null || customers.contains(customer);
        }

        boolean conversation(String customer, String team) {
            return customer(customer) && (teams == null || teams.contains(team));
        }

        boolean readers(Set<String> some) {
            return audiences == null || some.stream().anyMatch(audiences::contains);
        }
    }

    /** Returns how far it goes; null where it is denied. */
    @Nullable
    Reach of(Who who, Map<String, Set<String>> teams) {
        if (kind == Kind.READERS) {
            return new Reach(null, null, audiences(who));
        }
        return switch (who.kind()) {
            case ANONYMOUS -> null;
            case SYSTEM -> kind == Kind.CUSTOMERS ? null : Reach.ALL;
            case CUSTOMER -> kind == Kind.OWNERS || kind == Kind.CUSTOMERS ? new Reach(own(who), null, null) : null;
            case AGENT -> who.roles().contains(role) ? ofAgent(who, teams) : null;
        };
    }

    private Reach ofAgent(Who who, Map<String, Set<String>> teams) {
        if (kind != Kind.TEAMS) {
            return Reach.ALL;
        }
        Set<String> own = new HashSet<>();
        teams.forEach((team, members) -> {
            if (members.contains(who.identity())) {
                own.add(team);
            }
        });
        return new Reach(null, own, null);
    }

    private static Set<String> own(Who who) {
        String principal = who.principal();
        return principal == null ? Set.of() : Set.of(principal);
    }

    private static Set<String> audiences(Who who) {
        Set<String> audiences = new HashSet<>(Set.of("public"));
        if (who.kind() != Actor.Kind.ANONYMOUS) {
            audiences.add("signed-in");
            who.roles().forEach(role -> audiences.add("role:" + role));
        }
        return audiences;
    }
}
