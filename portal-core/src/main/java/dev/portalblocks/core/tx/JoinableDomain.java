// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx;

import java.util.function.Supplier;

/**
 * A domain whose transactions can become parts of one that the application has begun, and that only the application
 * commits. That happens where the application says so, with {@link #joining}, and never by chance.
 *
 * <p>Each transaction that begins inside such work is one <i>part</i> of the host's transaction, as between a savepoint
 * and its release. The numbered promises of {@link TransactionDomain} hold for a part, but for the commit, which is the
 * host's, and for the third: a reading part sees what the host's transaction sees at each of its reads.
 *
 * <ol>
 *   <li>Others see nothing of a part before the host's commit, all of it afterwards, and nothing ever when the host
 *       rolls back.
 *   <li>A part sees what the host's transaction has done before it, earlier parts included.
 *   <li>A write in a reading part is refused with {@code IllegalStateException} and changes nothing; a writing part may
 *       follow.
 *   <li>A part whose work throws, whatever it throws, is taken back: its own changes are gone, and no other's. The
 *       exception reaches the host unchanged. The host's transaction goes on, and can commit what was done before and
 *       what is done afterwards, further parts included, as if the part had not been; only locks may be held until its
 *       end.
 *   <li>A {@link dev.portalblocks.core.model.PortalException.StorageFailure} is no exception to that. One that the
 *       part's work caught is thrown again at the end of the part, which is taken back as any other.
 *   <li>{@link Tx#isJoined()} is true in each part, and false everywhere else: before and after the host joins, and on
 *       all other threads. {@link #isJoining()} says the same to who has no part at hand.
 *   <li>Nothing nests: to join while the thread is joining already is refused with {@code IllegalStateException}, and so
 *       is any transaction of this domain inside a part. What runs already goes on unharmed.
 *   <li>When the work has ended, the thread is as it was before, also where the work threw.
 *   <li>Work that runs {@linkplain TransactionDomain#apart apart} while the host joins is committed before the call
 *       returns, whatever the host does, where {@link Tx#isJoined()} says false to it. Where the domain has nothing but
 *       the host's own connection, the work is one more part of the host's transaction, shares its fate, and is told so
 *       by true. Either way it leaves nothing where it throws, and the host's transaction goes on.
 * </ol>
 *
 * <p>Where storage can't take back a part alone, because the connection is lost or because the database has ended the
 * whole transaction, the part ends with a {@code StorageFailure} {@code storage.transaction-lost}, not retryable, with
 * what happened as its cause. Then the host has to roll back.
 *
 * <p>Thread-safe; one host's transaction is used by one thread.
 *
 * @param <H> as what the application hands over its transaction: a connection, a transaction of this very domain
 */
public interface JoinableDomain<H> extends TransactionDomain {
    /**
     * Runs the work so that each transaction that it begins on this domain is a part of the host's transaction. What
     * the application itself does there while a part runs, belongs to the part.
     *
     * <p>Nothing is repeated and no effect is seen before the host commits: subscribers and indexes follow the log of
     * events. A denial is recorded {@linkplain TransactionDomain#apart apart}: where that has a connection of its own, it
     * stays on record whatever becomes of the host's transaction; where it has none, only if the host commits.
     *
     * @param host the application's transaction, which runs on this thread and can be written in where the work writes
     * @return what the work returned
     * @throws IllegalStateException if the thread is joining already, is in a transaction of this domain that is not the
     *     host's, or if the host's transaction has ended
     * @throws IllegalArgumentException if the host's transaction is none that this domain can work in
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code storage.isolation}, not retryable, if the
     *     host's transaction keeps to a state from before, in which a mandate still counts that was revoked meanwhile
     */
    <R> R joining(H host, Supplier<R> work);

    /** Returns whether a host's transaction is joined on this thread. */
    boolean isJoining();
}
