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
 *   <li>{@code list} returns entries in ascending order of their ids, beginning behind {@code after}: {@code limit} of
 *       them, or all that are left.
 *   <li>It returns what is {@linkplain AuditEntry#isWithin within the scope} alone, by the query itself: the scope's
 *       tenant's entries, and where the scope admits certain customers only, those that concern one of these. An entry
 *       without a customer is the company's own and nothing that everybody may see: a scope of certain customers does not
 *       show it. Teams, audiences and states leave out nothing.
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
