// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx;

import java.util.function.Function;

/**
 * Where transactions come from: one memory, one database. Stores that share a domain commit together.
 *
 * <ol>
 *   <li>Work that returns is committed before the call returns; work that throws leaves nothing, and its exception
 *       reaches the caller unchanged.
 *   <li>Other transactions see all of a commit or nothing of it.
 *   <li>A reading transaction sees one state from its first read to its last and waits for no writer.
 *   <li>A writing transaction sees its own writes and what others have committed before each read; a row that it has
 *       locked or written is its own until it ends.
 *   <li>When transactions wait for one another in a circle, at least one of them ends with a retryable
 *       {@link dev.portalblocks.core.model.PortalException.StorageFailure}, at once ({@code storage.deadlock}) or after
 *       the domain's limit for a lock ({@code storage.lock-timeout}).
 *   <li>Calls do not nest: beginning a transaction inside another of the same domain on the same thread is refused with
 *       {@code IllegalStateException}.
 * </ol>
 *
 * <p>Where a store has failed with a {@code StorageFailure}, the transaction commits nothing: the failure is thrown again
 * at its end even if the work caught it. A write in a reading transaction is refused with {@code IllegalStateException}.
 * Thread-safe.
 */
public interface TransactionDomain {
    /** Runs the work in a writing transaction and commits it. */
    <R> R write(Function<Tx, R> work);

    /** Runs the work in a reading transaction. */
    <R> R read(Function<Tx, R> work);
}
