// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.io.Serial;

/**
 * Leaves out what a receiver has had already. The receiver's own transaction remembers each lane's last number beside what
 * the receiver writes in it: each event has its effect there exactly once, however often it comes. What a receiver does
 * elsewhere, such as a call over the network, is not taken back when its transaction fails; there the event's id serves as a
 * key for idempotence. An event of another history, as after the portal's database was set back, is refused with {@code
 * delivery.history-changed}, and no repeat.
 *
 * <p>Thread-safe if the receiver is.
 */
public final class IdempotentSubscriber implements EventSubscriber {
    private final String name;
    private final TransactionDomain domain;
    private final DeliveryLedger ledger;
    private final Receiver receiver;
    private final RelayTerms terms;

    /** Takes an event that it has not had, in the transaction that remembers it. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * Takes an event.
         *
         * @throws Exception when it can't be taken now; then nothing is remembered, and it comes again
         */
        void receive(Tx tx, Delivery delivery) throws Exception;
    }

    private IdempotentSubscriber(
            String name, TransactionDomain domain, DeliveryLedger ledger, Receiver receiver, RelayTerms terms) {
        this.name = name;
        this.domain = domain;
        this.ledger = ledger;
        this.receiver = receiver;
        this.terms = terms;
    }

    /** Returns the subscriber of this name that writes in this domain, where its ledger is too. */
    public static IdempotentSubscriber of(
            String name, TransactionDomain domain, DeliveryLedger ledger, Receiver receiver) {
        return new IdempotentSubscriber(name, domain, ledger, receiver, RelayTerms.standard());
    }

    /**
     * Returns a subscriber that hands on to another one what that has not had. Where a crash comes between the other's effect
     * and the commit here, it gets the event once more.
     */
    public static IdempotentSubscriber around(EventSubscriber other, TransactionDomain domain, DeliveryLedger ledger) {
        Receiver handsOn = (tx, delivery) -> other.receive(delivery);
        return new IdempotentSubscriber(other.name(), domain, ledger, handsOn, other.terms());
    }

    /** Returns this subscriber on other terms. */
    public IdempotentSubscriber on(RelayTerms other) {
        return new IdempotentSubscriber(name, domain, ledger, receiver, other);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RelayTerms terms() {
        return terms;
    }

    @Override
    public void receive(Delivery delivery) throws Exception {
        PortalEvent<?> event = delivery.event();
        Subscription subscription = new Subscription(event.tenant(), name);
        try {
            domain.write(tx -> {
                boolean isFirst = ledger.admits(tx, subscription, event.lane(), event.sequence(), event.id());
                if (isFirst) {
                    hand(tx, delivery);
                }
                return isFirst;
            });
        } catch (Refused refused) {
            throw refused.reason;
        }
    }

    private void hand(Tx tx, Delivery delivery) {
        try {
            receiver.receive(tx, delivery);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Refused(e);
        }
    }

    /** Carries a receiver's checked exception out of the transaction, which it ends. */
    private static final class Refused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Exception reason;

        Refused(Exception reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
