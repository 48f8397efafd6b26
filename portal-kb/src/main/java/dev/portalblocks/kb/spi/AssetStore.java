// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.tx.Tx;
import java.util.Optional;

/**
 * Knows which stored bytes are the knowledge base's own.
 *
 * <ol>
 *   <li>{@code insert} keeps the asset; it is false, and changes nothing, when its reference is known; a concurrent second
 *       waits for the first.
 *   <li>{@code find} returns the asset of a reference within the scope's tenant.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface AssetStore {
    /** Adds an asset; false when its reference is known. */
    boolean insert(Tx tx, StoredAsset asset);

    /** Returns the asset of this reference. */
    Optional<StoredAsset> find(Tx tx, Scope scope, ContentRef content);
}
