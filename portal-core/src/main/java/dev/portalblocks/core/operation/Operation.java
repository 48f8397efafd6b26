// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.Permission;

/**
 * One public operation of a block: the name under which it is audited and ruled, and the permission that it needs.
 *
 * @param name stable, {@code kb.article.publish}
 * @param permission what the actor needs
 * @param isWriting whether it changes state; one that does leaves an audit entry each time
 */
public record Operation(String name, Permission permission, boolean isWriting) {
    /** Returns an operation that only reads. */
    public static Operation reading(String name, Permission permission) {
        return new Operation(name, permission, false);
    }

    /** Returns an operation that changes state. */
    public static Operation writing(String name, Permission permission) {
        return new Operation(name, permission, true);
    }
}
