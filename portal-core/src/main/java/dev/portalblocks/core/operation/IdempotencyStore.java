// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which key created what.
 *
 * <ol>
 *   <li>{@code claim} keeps the claim and answers empty where its tenant has none with the same fingerprint; else it
 *       answers with the one that is there and keeps nothing.
 *   <li>Of concurrent claims with one fingerprint the later ones wait until the first transaction ends, and then see
 *       its claim, or take its place if it was rolled back.
 *   <li>A transaction that is rolled back leaves no claim.
 *   <li>Tenants do not share fingerprints.
 *   <li>{@code purge} removes a tenant's claims that were made before an instant, {@code limit} of them or all that are
 *       left, and says how many.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface IdempotencyStore {
    /** Keeps the claim unless there is one. */
    Optional<IdempotencyClaim> claim(Tx tx, IdempotencyClaim claim);

    /** Removes old claims. */
    int purge(Tx tx, TenantId tenant, Instant before, int limit);
}
