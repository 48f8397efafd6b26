// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import java.util.Set;

/**
 * The two walls that no policy can open: never another tenant, and, for customers and visitors, never a customer but the
 * one in whose name they ask: themselves, or the one that they act for with a mandate.
 */
public final class Walls {
    private Walls() {}

    /**
     * Returns the decision as it stands behind the walls.
     *
     * @param principals the customers whose data a customer or a visitor may reach; nothing to staff and programs
     */
    public static Decision enclose(Decision decision, Actor actor, Set<CustomerId> principals) {
        if (!(decision instanceof Decision.Allow allowed)
                || !allowed.scope().tenant().equals(actor.tenant())) {
            return Decision.deny();
        }
        return switch (actor.kind()) {
            case AGENT, SYSTEM -> decision;
            case CUSTOMER, ANONYMOUS -> Decision.allow(allowed.scope().ofCustomers(Bound.only(principals)));
        };
    }

    /** Returns whether the object is behind the walls of an actor who asks in its own name. */
    public static boolean admit(Actor actor, AccessLabel object) {
        if (!actor.tenant().equals(object.tenant())) {
            return false;
        }
        return switch (actor.kind()) {
            case AGENT, SYSTEM -> true;
            case CUSTOMER, ANONYMOUS -> object.customer() == null || actor.isCustomer(object.customer());
        };
    }
}
