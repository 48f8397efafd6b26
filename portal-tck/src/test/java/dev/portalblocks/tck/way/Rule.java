// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of the rule file.
 *
 * @param operation the operation's name
 * @param actor who asks
 * @param customer whose object it is
 * @param tenant whose tenant it belongs to
 * @param outcome what has to come of it
 */
record Rule(String operation, Who actor, Customer customer, Tenant tenant, Outcome outcome) {
    /** The roles that there are. */
    static final Set<String> ROLES = Set.of("auditor", "editor", "operator", "service");

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
        ELSEWHERE
    }

    /**
     * Who asks.
     *
     * @param kind what sort of actor
     * @param role the role that an agent has or lacks; empty for the others
     * @param has whether the agent has it
     */
    record Who(Actor.Kind kind, String role, boolean has) {
        private static final String WITH = "agent with ";
        private static final String WITHOUT = "agent without ";

        static Who of(String text) {
            if (text.startsWith(WITH)) {
                return new Who(Actor.Kind.AGENT, text.substring(WITH.length()), true);
            }
            if (text.startsWith(WITHOUT)) {
                return new Who(Actor.Kind.AGENT, text.substring(WITHOUT.length()), false);
            }
            return new Who(Actor.Kind.valueOf(text.toUpperCase(Locale.ROOT)), "", false);
        }

        /** Returns the actor of the tenant; a customer is Erika. */
        Actor in(TenantId tenant) {
            return switch (kind) {
                case CUSTOMER -> Actor.customer(tenant, SampleWorld.ERIKA);
                case AGENT -> Actor.agent(tenant, "agent", roles().toArray(String[]::new));
                case SYSTEM -> Actor.system(tenant, "program");
                case ANONYMOUS -> Actor.anonymous(tenant);
            };
        }

        private Set<String> roles() {
            Set<String> roles = new TreeSet<>(has ? Set.of(role) : ROLES);
            if (!has) {
                roles.remove(role);
            }
            return roles;
        }
    }

    /** Reads a line without its white space. */
    static Rule of(String line) {
        List<String> cells = List.of(line.split("\\s*,\\s*"));
        if (cells.size() != 5) {
            throw new IllegalArgumentException("Not a rule: " + line);
        }
        Customer customer = cells.get(2).equals("-") ? Customer.NONE : Customer.valueOf(upper(cells.get(2)));
        return new Rule(
                cells.get(0),
                Who.of(cells.get(1)),
                customer,
                Tenant.valueOf(upper(cells.get(3))),
                Outcome.valueOf(upper(cells.get(4)).replace('-', '_')));
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
        return samples.of(own ? SampleWorld.ERIKA : SampleWorld.OTTO);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
