// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.List;

/**
 * Says who may act for whom. It is asked anew in every operation of a customer who acts for another, within the
 * operation's transaction, and for these two alone: that somebody may act for one who may act for a third is of no
 * effect.
 *
 * <ol>
 *   <li>{@code termsOf} returns the terms of every mandate that the holder has for the principal, all components unchanged,
 *       also of those that begin later or have ended: what they allow at an instant is decided by who asked. It returns
 *       none where there is no mandate; that the principal holds one for the holder is none.
 *   <li>What was taken back is not returned, to any transaction that begins afterwards, nor, in a writing one that has begun
 *       before, from its next question on.
 *   <li>Tenants never meet, and numbers that differ in any character are different customers.
 * </ol>
 *
 * <p>Thread-safe. What it throws counts as no mandate; only a failure of storage, an
 * {@code SQLException} beneath it included, ends the operation as what it is.
 */
public interface MandateSource {
    /** Returns on which terms the holder may act for the principal. */
    List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal);
}
