// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.tx.Tx;

/**
 * A policy whose answer can follow from the actor alone. Where it does, what is {@linkplain
 * dev.portalblocks.core.operation.Shortcut kept in memory} is read without a transaction. A policy that looks anything
 * up, or that may change its mind, is none: it is asked inside each operation.
 *
 * <p>Implementations are immutable.
 */
public interface SettledPolicy extends AccessPolicy {
    /** Says what is settled of one permission. */
    @FunctionalInterface
    interface Settled {
        /**
         * Returns true only where {@link AccessPolicy#decide} allows the actor, in every transaction and at any time, a scope
         * that covers the object. False says nothing: the policy is to be asked.
         */
        boolean admits(Actor actor, AccessLabel object);

        /**
         * Returns true only where {@link AccessPolicy#decide} allows the actor, in every transaction and at any time, a scope
         * that does not cover the object. False says nothing.
         */
        default boolean excludes(Actor actor, AccessLabel object) {
            return false;
        }
    }

    /** Returns what is settled of a permission. */
    Settled settled(Permission permission);

    /** Stays settled where the other is. */
    @Override
    default AccessPolicy narrowedBy(AccessPolicy other) {
        AccessPolicy both = AccessPolicy.super.narrowedBy(other);
        return other instanceof SettledPolicy settled ? new Narrowed(this, settled, both) : both;
    }

    /**
     * Two policies, of which each narrows the other.
     *
     * @param wider the one
     * @param other the other
     * @param both what they decide together
     */
    record Narrowed(SettledPolicy wider, SettledPolicy other, AccessPolicy both) implements SettledPolicy {
        @Override
        public Decision decide(Tx tx, Actor actor, Permission permission) {
            return both.decide(tx, actor, permission);
        }

        @Override
        public AccessPolicy knowing(Directories directories) {
            return wider.knowing(directories).narrowedBy(other.knowing(directories));
        }

        /** Of what has audiences nothing is settled: their common part is not always what each admits. */
        @Override
        public Settled settled(Permission permission) {
            Settled one = wider.settled(permission);
            Settled two = other.settled(permission);
            return (actor, object) ->
                    object.audiences() == null && one.admits(actor, object) && two.admits(actor, object);
        }
    }
}
