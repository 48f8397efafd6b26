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
 *   <li>Where a store has failed with a {@code StorageFailure}, the transaction commits nothing: the failure is thrown
 *       again at its end even if the work caught it.
 *   <li>A write in a reading transaction is refused with {@code IllegalStateException} and changes nothing.
 *   <li>Work that runs {@linkplain #apart apart} can write, and is committed before the call returns or, where it throws,
 *       leaves nothing. While a transaction of the application is joined on the thread, it says by {@link Tx#isJoined()}
 *       whether it has one of its own, to which that other one makes no difference, or takes part in it.
 * </ol>
 *
 * <p>That its transactions can become parts of one of the application's is an extra ability, {@link JoinableDomain}.
 *
 * <p>Thread-safe.
 */
public interface TransactionDomain {
    /** Runs the work in a writing transaction and commits it. */
    <R> R write(Function<Tx, R> work);

    /** Runs the work in a reading transaction. */
    <R> R read(Function<Tx, R> work);

    /**
     * Runs the work in a writing transaction of its own and commits it, whatever becomes of a transaction of the
     * application that is joined on this thread; where none is, as {@link #write}. Denials are recorded so, and keys made.
     *
     * <p>The joined transaction stands still meanwhile, with its locks. So the work must not touch a row that the other
     * may have written or locked: it would wait for itself until the domain's limit for a lock.
     *
     * <p>Where the domain has no connection but that of the joined transaction, the work takes part in it: {@link
     * Tx#isJoined()} is true, and what was done is gone, a denial's record too, when the application rolls back. Who keeps
     * something in memory because it is committed asks first.
     *
     * @throws IllegalStateException inside another transaction of this domain, a joined one included
     */
    <R> R apart(Function<Tx, R> work);
}
