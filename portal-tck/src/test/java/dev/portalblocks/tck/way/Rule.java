// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A line of the rule file.
 *
 * @param operation the operation's name
 * @param actor who asks
 * @param customer whose object it is
 * @param tenant whose tenant it belongs to
 * @param state in which state it is; {@link #NO_STATE} where it has none
 * @param outcome what has to come of it
 */
record Rule(String operation, Who actor, Customer customer, Tenant tenant, String state, Outcome outcome) {
    /** Where objects have no states. */
    static final String NO_STATE = "-";

    /** The roles that there are. */
    static final Set<String> ROLES = Set.of("auditor", "author", "editor", "operator", "service");

    /** Whose object it is. */
    enum Customer {
        OWN,
        FOREIGN,
        MANDATED,
        NONE
    }

    /** Whose tenant the object belongs to. */
    enum Tenant {
        OWN,
        FOREIGN
    }

    /** What has to come of a call; the rule file says what each means. */
    enum Outcome {
        ALLOWED,
        DENIED,
        NOT_FOUND,
        EMPTY,
        CONFLICT,
        ELSEWHERE,
        MISPLACED,
        UNCHANGED
    }

    /**
     * Who asks.
     *
     * @param kind what sort of actor
     * @param role the role that an agent has; empty for none, and for the others
     * @param inTeams whether an agent is in the teams that there are
     */
    record Who(Actor.Kind kind, String role, boolean inTeams) {
        private static final String AGENT = "agent ";
        private static final String NO_ROLE = "agent of no role";
        private static final String NO_TEAM = " of no team";

        static Who of(String text) {
            if (text.equals(NO_ROLE)) {
                return new Who(Actor.Kind.AGENT, "", true);
            }
            if (text.startsWith(AGENT)) {
                String role = text.substring(AGENT.length()).replace(NO_TEAM, "");
                if (!ROLES.contains(role)) {
                    throw new IllegalArgumentException("No such role: " + role);
                }
                return new Who(Actor.Kind.AGENT, role, !text.endsWith(NO_TEAM));
            }
            return other(Actor.Kind.valueOf(text.toUpperCase(Locale.ROOT)));
        }

        /** Returns one who is no agent. */
        static Who other(Actor.Kind kind) {
            return new Who(kind, "", false);
        }

        /** Returns the actor of the tenant; a customer is Erika. */
        Actor in(TenantId tenant) {
            return switch (kind) {
                case CUSTOMER -> Actor.customer(tenant, SampleWorld.ERIKA);
                case AGENT -> {
                    Actor agent = Actor.agent(tenant, inTeams ? "agent" : "stranger");
                    yield role.isEmpty() ? agent : agent.withRoles(role);
                }
                case SYSTEM -> Actor.system(tenant, "program");
                case ANONYMOUS -> Actor.anonymous(tenant);
            };
        }
    }

    /** Reads a line without its white space. */
    static Rule of(String line) {
        List<String> cells = List.of(line.split("\\s*,\\s*"));
        if (cells.size() != 6) {
            throw new IllegalArgumentException("Not a rule: " + line);
        }
        Customer customer = cells.get(2).equals("-") ? Customer.NONE : Customer.valueOf(upper(cells.get(2)));
        return new Rule(
                cells.get(0),
                Who.of(cells.get(1)),
                customer,
                Tenant.valueOf(upper(cells.get(3))),
                cells.get(4),
                Outcome.valueOf(upper(cells.get(5)).replace('-', '_')));
    }

    /** Returns the actor that this rule is about. */
    Actor asking(SampleWorld world) {
        TenantId asked = tenant == Tenant.OWN ? world.here : world.elsewhere;
        return customer == Customer.MANDATED ? world.mandated(asked, SampleWorld.OTTO) : actor.in(asked);
    }

    /** Returns what the actor asks for. */
    Target aim(Target samples) {
        boolean own = actor.kind() == Actor.Kind.CUSTOMER
                && Set.of(Customer.OWN, Customer.NONE).contains(customer);
        Target aim = samples.of(own ? SampleWorld.ERIKA : SampleWorld.OTTO);
        return state.equals(NO_STATE) ? aim : aim.in(state);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
