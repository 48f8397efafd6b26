// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.audit;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps audit entries; there is no way to change or remove one.
 *
 * <ol>
 *   <li>{@code append} keeps the entry with all its components when the transaction commits, and nothing of it when it
 *       does not.
 *   <li>An entry whose id is there already in its tenant is refused with {@code Conflict} {@code audit.duplicate}.
 *   <li>Appends of the same tenant do not wait for one another.
 *   <li>{@code list} returns the scope's tenant's entries alone, in ascending order of their ids, beginning behind
 *       {@code after}, {@code limit} at most.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface AuditStore {
    /** Adds an entry. */
    void append(Tx tx, AuditEntry entry);

    /** Returns entries in the order of their ids. */
    List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit);
}
