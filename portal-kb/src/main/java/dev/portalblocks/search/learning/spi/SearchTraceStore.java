// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.util.List;

/**
 * Keeps searches, and what happened after them, for half an hour.
 *
 * <ol>
 *   <li>{@code add} keeps the search, all components unchanged; it is false, and changes nothing, when the tenant has one of
 *       this token.
 *   <li>{@code sign} keeps the sign, also of a token that no search has; it is false, and changes nothing, when the tenant
 *       has one of this token and kind.
 *   <li>{@code takeEnded} removes {@code limit} of the tenant's searches that were asked before the instant, or all that
 *       there are, the oldest first, and returns them in this order, each with the signs of its token, which it removes too;
 *       others stay. Of concurrent callers each search is returned by one.
 *   <li>{@code dropSigns} removes {@code limit} of the tenant's signs that were noted before the instant, or all that there
 *       are, and returns how many.
 *   <li>{@code tenants} lists the tenants that have a search or a sign, each once, in ascending order of their ids, by UTF-16
 *       or by UTF-8, after the one given: {@code limit} of them, or all that are left.
 *   <li>Tenants never meet: equal tokens of two tenants are two.
 *   <li>A transaction that is rolled back leaves nothing, and takes nothing.
 * </ol>
 *
 * <p>Instants are whole minutes. Thread-safe.
 */
public interface SearchTraceStore {
    /** Adds a search; false when its token is known. */
    boolean add(Tx tx, StoredSearch search);

    /** Adds a sign; false when it is known. */
    boolean sign(Tx tx, StoredSign sign);

    /** Removes and returns up to {@code limit} searches that were asked before an instant, with their signs. */
    List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit);

    /** Removes up to {@code limit} signs that were noted before an instant; returns how many. */
    int dropSigns(Tx tx, TenantId tenant, Instant notedBefore, int limit);

    /** Returns up to {@code limit} tenants whose id stands behind {@code after}; an empty text begins. */
    List<TenantId> tenants(Tx tx, String after, int limit);
}
