// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import java.util.HashSet;
import java.util.Set;

/**
 * The two walls that no policy can open: never another tenant, and, for customers and visitors, never a customer that
 * they neither are nor may act for.
 */
public final class Walls {
    private Walls() {}

    /**
     * Returns the decision as it stands behind the walls.
     *
     * @param actsFor the customers that the actor may act for besides itself
     */
    public static Decision enclose(Decision decision, Actor actor, Set<CustomerId> actsFor) {
        if (!(decision instanceof Decision.Allow allowed)
                || !allowed.scope().tenant().equals(actor.tenant())) {
            return Decision.deny();
        }
        return switch (actor.kind()) {
            case AGENT, SYSTEM -> decision;
            case CUSTOMER, ANONYMOUS ->
                Decision.allow(allowed.scope().ofCustomers(Bound.only(reachable(actor, actsFor))));
        };
    }

    private static Set<CustomerId> reachable(Actor actor, Set<CustomerId> actsFor) {
        Set<CustomerId> reachable = new HashSet<>(actsFor);
        actor.findCustomer().ifPresent(reachable::add);
        return reachable;
    }
}
