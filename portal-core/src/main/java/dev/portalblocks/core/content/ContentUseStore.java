// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;

/**
 * Remembers who uses stored bytes. Whoever adds or removes a use, or removes bytes because there is none, has locked
 * their row in the {@link ContentCatalog} before.
 *
 * <ol>
 *   <li>{@code add} keeps the use; it is false, and changes nothing, when it is there already.
 *   <li>{@code remove} takes that one use away; it is false, and changes nothing, when it is not there.
 *   <li>{@code isUsed} is true exactly while at least one use of the bytes is there: this transaction's own, or committed
 *       before the call.
 *   <li>Tenants never meet: equal references and users of two tenants are two uses.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ContentUseStore {
    /** Adds a use; false when it is known. */
    boolean add(Tx tx, ContentUse use);

    /** Removes a use; false when it is not known. */
    boolean remove(Tx tx, ContentUse use);

    /** Returns whether anybody uses these bytes. */
    boolean isUsed(Tx tx, TenantId tenant, ContentRef ref);
}
