// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of stored bytes.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} and {@code delete} of the row that
 *       it found, and every other {@code update} of the version that it found, waiting until the transaction ends; it sees
 *       what was committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has a row of this reference; a concurrent second
 *       waits for the first.
 *   <li>{@code update} replaces the row where its version is the one before; else it is false and changes nothing.
 *   <li>{@code delete} removes the row; it is false when there was none.
 *   <li>{@code findEqual} returns a row in state {@code LIVE} of exactly this owner, with exactly this size, hash and
 *       type; no other owner's, and no other tenant's. Null owns what the company owns, and nothing of a customer's.
 *   <li>{@code due} returns the tenant's rows that may have to go: all that are {@code DYING}, those {@code STAGED} that
 *       were touched at {@code stagedBefore} or earlier, and those {@code LIVE} without a use (a count of 0) that were
 *       touched at {@code unusedBefore} or earlier; {@code limit} of them, or all that are left, the longest untouched
 *       first.
 *   <li>{@code list} returns the tenant's rows in ascending order of the text of their references, behind {@code after},
 *       {@code limit} of them, or all that are left.
 *   <li>{@code tenants} returns the tenants that have a row, in ascending order of their ids, by UTF-16 or by UTF-8 (which
 *       differ beyond U+D7FF only), behind {@code after}, {@code limit} of them, or all that are left.
 *   <li>Tenants never meet: equal references of two tenants are two rows.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ContentCatalog {
    /** Adds a row; false when its reference is known. */
    boolean insert(Tx tx, StoredContent content);

    /** Returns the row within the scope. */
    Optional<StoredContent> find(Tx tx, Scope scope, ContentRef ref);

    /** Returns the row within the scope, and locks it. */
    Optional<StoredContent> findForUpdate(Tx tx, Scope scope, ContentRef ref);

    /** Replaces a row of the version before; false when there is none. */
    boolean update(Tx tx, StoredContent content);

    /** Removes a row; false when there is none. */
    boolean delete(Tx tx, TenantId tenant, ContentRef ref);

    /** Returns a live row of the same owner and the same facts. */
    Optional<StoredContent> findEqual(Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts);

    /** Returns rows that may have to go; the condition is to be checked again once a row is locked. */
    List<StoredContent> due(Tx tx, TenantId tenant, Due due, int limit);

    /** Returns rows in the order of their references; null begins. */
    List<StoredContent> list(Tx tx, TenantId tenant, @Nullable ContentRef after, int limit);

    /** Returns tenants in an order of their ids; the empty text begins. */
    List<TenantId> tenants(Tx tx, String after, int limit);

    /**
     * Until when nothing may have happened to bytes that have to go.
     *
     * @param stagedBefore to those that are staged
     * @param unusedBefore to those that are live and that nobody uses
     */
    record Due(Instant stagedBefore, Instant unusedBefore) {}
}
