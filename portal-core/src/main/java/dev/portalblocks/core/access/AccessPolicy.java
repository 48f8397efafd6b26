// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.tx.Tx;

/**
 * The one access rule. It is asked once in every operation, inside its transaction, and answers with a scope that the
 * operation can't leave. An exception counts as a denial. Whatever it answers, {@link Walls} stand before it.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** Decides how far this actor may use this permission. */
    Decision decide(Tx tx, Actor actor, Permission permission);

    /**
     * Returns a policy that allows only what both allow: a host can narrow, never widen. Where one of them answers with a
     * scope of another tenant the decision fails, which is a denial.
     */
    default AccessPolicy narrowedBy(AccessPolicy other) {
        return (tx, actor, permission) -> decide(tx, actor, permission).and(other.decide(tx, actor, permission));
    }
}
