// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.tx.Tx;
import java.util.UUID;

/**
 * What a receiver has had: the last event of each lane, kept where the receiver keeps what it makes of the events, so that
 * both are committed together.
 *
 * <ol>
 *   <li>{@code admits} is true, and remembers the event, where its number is greater than the last of the lane; else it is
 *       false and changes nothing.
 *   <li>The event counts when the transaction commits, and never was when it does not.
 *   <li>Of two who bring the same lane at once the second waits for the first to end, and is answered by how it ended; so
 *       each number is admitted once.
 *   <li>Lanes of different tenants, subscriptions and names are different.
 *   <li>{@code forget} begins all lanes of a subscription anew, and those of no other: a replay is then taken like the first
 *       time.
 *   <li>What can't be a repeat is not taken for one: an event with the last number of its lane and another id, or with a
 *       smaller one and an id whose time is later than that of all that were admitted, is of another history, as after the
 *       portal's database was set back. {@code admits} throws {@code Conflict} with {@code delivery.history-changed} then,
 *       and changes nothing. {@link LastAdmitted} knows how.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface DeliveryLedger {
    /** Returns whether an event of this number and id is a first one of its lane, and remembers it. */
    boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event);

    /** Forgets what a subscription has had. */
    void forget(Tx tx, Subscription subscription);
}
