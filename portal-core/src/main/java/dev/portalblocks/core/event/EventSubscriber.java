// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

/**
 * A system outside of the portal that gets every event: a CRM, an archive, a mailer. It gets them once for the whole
 * installation, whatever the number of nodes, in the order of each lane; lanes are independent of one another.
 *
 * <p>What it gets for the first time, it gets in order. After a crash, a pause, or an answer that got lost, some events of a
 * lane come again, possibly while a later one is under way from another node: a late one is always one that it has had,
 * which its number tells. {@code IdempotentSubscriber} leaves those out.
 *
 * <p>Called outside of any transaction, for different lanes on several threads at once.
 */
public interface EventSubscriber {
    /**
     * Returns what the installation knows it by, on every node and after every release the same: 1 to 100 characters. Under
     * another name it is another subscription, which begins with the oldest event that is kept.
     */
    String name();

    /**
     * Takes an event. When it returns, the event counts as delivered.
     *
     * <p>An {@code Error} is a refusal like an exception, {@code StackOverflowError} included: a class that is missing on one
     * node stops no other lane. Only another {@code VirtualMachineError} ends the relay's run and is thrown to whoever runs
     * it; the lane then waits until its lease is over, and the attempt is not counted.
     *
     * @throws Exception when it can't be taken now: the event comes again later, and those behind it in its lane wait
     */
    void receive(Delivery delivery) throws Exception;

    /** Returns how it wants to be served; {@link RelayTerms#standard()} unless it says otherwise. */
    default RelayTerms terms() {
        return RelayTerms.standard();
    }
}
