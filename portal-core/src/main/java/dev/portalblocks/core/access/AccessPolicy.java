// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.tx.Tx;

/**
 * The one access rule. It is asked once in every operation, inside its transaction, and answers with a scope that the
 * operation can't leave; an operation that shows what others guard asks for their permissions, too. An exception counts
 * as a denial; only a failure of storage, an {@code SQLException} beneath it included, ends the operation as what it is,
 * for a transaction may be of no more use after it. Whatever it answers, {@link Walls} stand before it.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface AccessPolicy {
    /**
     * Decides how far this actor may use this permission. Of a customer who acts for another it is asked when the mandate
     * for the permission was found; {@link Actor#findPrincipal} is then whose data it may allow.
     */
    Decision decide(Tx tx, Actor actor, Permission permission);

    /**
     * Returns a policy that allows only what both allow: a host can narrow, never widen. Where one of them answers with a
     * scope of another tenant the decision fails, which is a denial.
     */
    default AccessPolicy narrowedBy(AccessPolicy other) {
        AccessPolicy wider = this;
        return new AccessPolicy() {
            @Override
            public Decision decide(Tx tx, Actor actor, Permission permission) {
                return wider.decide(tx, actor, permission).and(other.decide(tx, actor, permission));
            }

            @Override
            public AccessPolicy knowing(Directories directories) {
                return wider.knowing(directories).narrowedBy(other.knowing(directories));
            }
        };
    }

    /**
     * Returns this policy as it decides when it can ask who belongs where. A portal hands its directories to the policy
     * that it is built with; a policy that stands on another one hands them on.
     */
    default AccessPolicy knowing(Directories directories) {
        return this;
    }
}
