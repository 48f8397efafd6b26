// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.crypto;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.Optional;

/**
 * Keeps one secret key for each tenant.
 *
 * <ol>
 *   <li>{@code find} returns the bytes that {@code putIfAbsent} stored, a copy each time.
 *   <li>{@code putIfAbsent} stores a key only where the tenant has none, and returns the one that counts afterwards; of
 *       concurrent callers all get the same.
 *   <li>A tenant never sees another's key.
 *   <li>A transaction that is rolled back leaves no key.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface TenantKeyStore {
    /** Returns the tenant's key, if it has one. */
    Optional<byte[]> find(Tx tx, TenantId tenant);

    /** Stores the key unless the tenant has one, and returns the tenant's key. */
    byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key);
}
