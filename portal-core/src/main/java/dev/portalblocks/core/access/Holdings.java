// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.Set;

/**
 * Says what a customer owns, contracts and products of the host: {@code contract:2026-4711}, {@code product:hausrat}. What is for
 * {@link dev.portalblocks.core.model.Audience#owners} is read by whoever owns the thing. It is asked anew in every operation in which a
 * customer reads what is published; of one who acts for another, about that other.
 *
 * <ol>
 *   <li>{@code holdingsOf} returns what the customer owns, all of it and nothing else, the references as they were given; nothing for
 *       somebody who is unknown. References and numbers that differ in any character are different.
 *   <li>Whatever changed counts for every transaction that begins afterwards, and in a writing one that has begun before
 *       from its next question on.
 *   <li>Tenants never meet: equal references of two tenants are two things, and equal numbers two customers.
 * </ol>
 *
 * <p>Thread-safe. What it throws counts as nothing owned; only a failure of storage, an {@code SQLException} beneath it included, ends
 * the operation as what it is. More than {@link #MAX_HOLDINGS} count as nothing, too: a host whose customers own thousands of contracts
 * names the products that those are of, once each. A reference that is too long for an audience
 * ({@link dev.portalblocks.core.model.Audience#owners}) is owned, but nothing is published for it.
 */
@FunctionalInterface
public interface Holdings {
    /** How many things one customer may own. */
    int MAX_HOLDINGS = 200;

    /** Returns what the customer owns. */
    Set<ObjectRef> holdingsOf(Tx tx, TenantId tenant, CustomerId customer);

    /** Returns the source that knows of nothing that anybody owns. */
    static Holdings none() {
        return (tx, tenant, customer) -> Set.of();
    }
}
