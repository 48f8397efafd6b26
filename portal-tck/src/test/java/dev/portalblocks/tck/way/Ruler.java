// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Directories;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.tx.Tx;
import org.jspecify.annotations.Nullable;

/** A policy that a test replaces while the portal runs; the standard one at first. */
final class Ruler implements AccessPolicy {
    /** Allows nobody anything. */
    static final AccessPolicy NOBODY = (tx, actor, permission) -> Decision.deny();

    /** Allows everybody everything that there is in their tenant. */
    static final AccessPolicy EVERYBODY = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant()));

    private final Steps steps;
    private volatile AccessPolicy rule = RolePolicy.standard();
    private volatile @Nullable Directories directories;

    Ruler(Steps steps) {
        this.steps = steps;
    }

    void follow(AccessPolicy other) {
        Directories known = directories;
        rule = known == null ? other : other.knowing(known);
    }

    @Override
    public AccessPolicy knowing(Directories known) {
        directories = known;
        follow(rule);
        return this;
    }

    @Override
    public Decision decide(Tx tx, Actor actor, Permission permission) {
        steps.pass(AccessPolicy.class, "decide", Steps.Moment.BEFORE);
        Decision decision = rule.decide(tx, actor, permission);
        steps.pass(AccessPolicy.class, "decide", Steps.Moment.AFTER);
        return decision;
    }
}
