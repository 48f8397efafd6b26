// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.Set;

/**
 * Says which segments a customer is in, as marketing or the CRM forms them: {@code premium}, {@code new-customers}. What is for
 * {@link dev.portalblocks.core.model.Audience#segment} is read by whoever is in one. It is asked anew in every operation in which a
 * customer reads what is published; of one who acts for another, about that other.
 *
 * <ol>
 *   <li>{@code segmentsOf} returns the segments that the customer is in, all of them and no other, the names as they were given; none
 *       for somebody who is unknown. Names and numbers that differ in any character are different.
 *   <li>Whatever changed counts for every transaction that begins afterwards, and in a writing one that has begun before
 *       from its next question on.
 *   <li>Tenants never meet: equal names of two tenants are two segments, and equal numbers two customers.
 * </ol>
 *
 * <p>Thread-safe. What it throws counts as no segment, so that a CRM that is down takes nothing else from readers; only a failure of
 * storage, an {@code SQLException} beneath it included, ends the operation as what it is. More than {@link #MAX_SEGMENTS}, or a name
 * that no {@link dev.portalblocks.core.model.Audience} can have, count as none at all.
 */
@FunctionalInterface
public interface SegmentSource {
    /** How many segments one customer may be in. */
    int MAX_SEGMENTS = 200;

    /** Returns the names of the segments that the customer is in. */
    Set<String> segmentsOf(Tx tx, TenantId tenant, CustomerId customer);

    /** Returns the source that knows of no segments. */
    static SegmentSource none() {
        return (tx, tenant, customer) -> Set.of();
    }
}
