// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.TextPatterns;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to a subscriber, once for the whole installation: each run divides what is new in the log among its lanes,
 * leases lanes that have work, and delivers in their order. Any number of nodes and threads may run it at once.
 *
 * <p>The subscriber is called outside of any transaction. A node advances a lane only while nobody has leased it since; one
 * that was taken for dead notices when it wakes, and leaves the lane. Thread-safe.
 */
public final class EventRelay {
    private static final int LANES = 8;

    private final EventSubscriber subscriber;
    private final String name;
    private final TransactionDomain domain;
    private final SubscriptionStore subscriptions;
    private final Surroundings surroundings;
    private final LaneFeed feed;
    private final LaneDelivery delivery;
    private final TenantWalk tenants;
    private final RelayWatch watch;

    /** Serves this subscriber from this storage, with records of these types. */
    public EventRelay(CoreStorage storage, EventTypes types, Surroundings surroundings, EventSubscriber subscriber) {
        this.name = subscriber.name();
        if (name.isBlank() || name.length() > 100 || !TextPatterns.isStorable(name)) {
            throw new IllegalArgumentException(
                    "The name of a subscriber has 1 to 100 characters that a database keeps");
        }
        this.subscriber = subscriber;
        this.domain = storage.domain();
        this.subscriptions = storage.subscriptions();
        this.surroundings = surroundings;
        this.feed = new LaneFeed(storage, surroundings, name);
        this.delivery = new LaneDelivery(storage, types, surroundings, subscriber);
        this.tenants = new TenantWalk(storage);
        this.watch = new RelayWatch(storage, surroundings.clock(), name);
    }

    /**
     * Delivers what was committed before this call and is due, in this thread, and returns when nothing is left that is free
     * and due. What was refused comes again in a later run. On a thread that is interrupted, or becomes it, the run ends with
     * the delivery that has begun; lanes that it had leased are free for other nodes, and the mark stays.
     *
     * @throws IllegalStateException while a transaction of the application is joined on this thread: nothing may leave the
     *     house that it could take back
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure when storage fails; the next run goes on from where
     *     this one stood
     */
    public RelayRun run() {
        if (domain.<Boolean>read(Tx::isJoined)) {
            throw new IllegalStateException("Events are not delivered inside of the application's transaction");
        }
        @Nullable RuntimeException failure = divide();
        RelayRun total = RelayRun.NOTHING;
        List<LaneLease> leased = lease();
        while (!leased.isEmpty()) {
            total = total.plus(deliver(leased));
            leased = lease();
        }
        if (failure != null) {
            throw failure;
        }
        return total;
    }

    /**
     * Returns how far the subscriber is behind, whoever serves it, over as many tenants as a second allows; the next call
     * goes on with those that follow. Changes nothing.
     */
    public RelayLag lag() {
        return watch.lag();
    }

    /** A tenant whose log fails keeps nobody waiting. */
    private @Nullable RuntimeException divide() {
        try {
            tenants.forEach(feed::feed);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private RelayRun deliver(List<LaneLease> leased) {
        RelayRun done = RelayRun.NOTHING;
        LaneDelivery.Watch watch = delivery.watch();
        Iterator<LaneLease> waiting = leased.iterator();
        try {
            while (waiting.hasNext() && !Thread.currentThread().isInterrupted()) {
                done = done.plus(delivery.deliver(waiting.next(), watch));
            }
        } finally {
            waiting.forEachRemaining(delivery::giveBack);
        }
        return done;
    }

    /** A node that is about to stop takes none: they would be nobody's for as long as a lease lasts. */
    private List<LaneLease> lease() {
        if (Thread.currentThread().isInterrupted()) {
            return List.of();
        }
        SubscriptionStore.Request request = new SubscriptionStore.Request(
                name, surroundings.clock().instant(), subscriber.terms().lease(), LANES);
        return domain.write(tx -> subscriptions.lease(tx, request));
    }
}
