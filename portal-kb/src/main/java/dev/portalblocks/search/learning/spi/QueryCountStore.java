// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.search.learning.model.QueryGap;
import java.util.List;

/**
 * Counts what was asked, by day, query and language, which are compared letter by letter.
 *
 * <ol>
 *   <li>{@code add} adds each count to what the tenant has for the same day, query and language; of concurrent ones none is
 *       lost.
 *   <li>{@code top} sums the days from the first to the last of the ranking, both included, by query and language, and
 *       returns those that were asked often enough there and weigh more than nothing, the heaviest first, of equally heavy
 *       ones those asked more often, of equal ones in an order that is the same each time: {@code limit} of them, or all
 *       that there are.
 *   <li>{@code totals} counts the searches of these days, and those of them whose query and language came often enough
 *       there.
 *   <li>{@code purge} removes {@code limit} of the tenant's counts of days before the given one, or all that there are, of
 *       those whose query and language were asked less often than {@code asked} over all days; it returns how many it
 *       removed.
 *   <li>{@code tenants} lists the tenants that have a count, each once, in ascending order of their ids, by UTF-16 or by
 *       UTF-8, after the one given: {@code limit} of them, or all that are left.
 *   <li>Tenants never meet.
 *   <li>A transaction that is rolled back leaves nothing, and takes nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface QueryCountStore {
    /** Adds to what is counted. */
    void add(Tx tx, StoredQueryDay more);

    /** Returns the heaviest queries, with their sums. */
    List<QueryGap> top(Tx tx, TenantId tenant, QueryRanking ranking, int limit);

    /** Returns how many searches there were. */
    QueryTotals totals(Tx tx, TenantId tenant, QueryRanking ranking);

    /** Removes old counts of what was asked less often than this; returns how many. */
    int purge(Tx tx, TenantId tenant, long beforeDay, long asked, int limit);

    /** Returns up to {@code limit} tenants whose id stands behind {@code after}; an empty text begins. */
    List<TenantId> tenants(Tx tx, String after, int limit);
}
