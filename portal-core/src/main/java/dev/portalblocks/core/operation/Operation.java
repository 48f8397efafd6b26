// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.Permission;

/**
 * One public operation of a block: the name under which it is audited and ruled, and the permission that it needs.
 *
 * @param name stable, {@code kb.article.publish}
 * @param permission what the actor needs
 * @param effect what it leaves behind
 */
public record Operation(String name, Permission permission, Effect effect) {
    /** What an operation leaves behind. */
    public enum Effect {
        /** Nothing. */
        READING,
        /** A change of state, its events, and an audit entry each time. */
        WRITING,
        /** A figure that grows, and nothing that says for whom. */
        COUNTING
    }

    /** Returns an operation that only reads. */
    public static Operation reading(String name, Permission permission) {
        return new Operation(name, permission, Effect.READING);
    }

    /** Returns an operation that changes state. */
    public static Operation writing(String name, Permission permission) {
        return new Operation(name, permission, Effect.WRITING);
    }

    /**
     * Returns an operation that counts what somebody did and shall not say who. When it is done it leaves no audit entry, and it emits no
     * event: either would name the moment, and the first the person as well. What its body writes must not name them; that is the block's
     * to see to. Where it is refused, the refusal is audited as any other, with who asked and what for, and without the object.
     */
    public static Operation counting(String name, Permission permission) {
        return new Operation(name, permission, Effect.COUNTING);
    }

    /** Returns whether it changes what is stored. */
    public boolean isWriting() {
        return effect != Effect.READING;
    }

    /** Returns whether it counts without saying who: whether nothing of it is audited but a refusal. */
    public boolean isCounting() {
        return effect == Effect.COUNTING;
    }
}
