// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.tx.Tx;

/**
 * What a receiver has had: the last number of each lane, kept where the receiver keeps what it makes of the events, so that
 * both are committed together.
 *
 * <ol>
 *   <li>{@code admits} is true, and remembers the number, where it is greater than the last of the lane; else it is false and
 *       changes nothing.
 *   <li>The number counts when the transaction commits, and never was when it does not.
 *   <li>Of two who bring the same lane at once the second waits for the first to end, and is answered by how it ended; so
 *       each number is admitted once.
 *   <li>Lanes of different tenants, subscriptions and names are different.
 *   <li>{@code forget} begins all lanes of a subscription anew, and those of no other: a replay is then taken like the first
 *       time.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface DeliveryLedger {
    /** Returns whether an event of this number is a first one of its lane, and remembers it. */
    boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence);

    /** Forgets what a subscription has had. */
    void forget(Tx tx, Subscription subscription);
}
