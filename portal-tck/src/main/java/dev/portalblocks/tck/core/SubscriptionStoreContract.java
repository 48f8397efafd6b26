// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/**
 * The promises of {@link SubscriptionStore}: implement it in a test class and return the store to be tested.
 */
@ContractOf(SubscriptionStore.class)
public interface SubscriptionStoreContract
        extends SubscriptionFeedContract,
                SubscriptionLeaseContract,
                SubscriptionDeadLetterContract,
                SubscriptionEndContract {
    /** Returns a store without subscriptions and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<SubscriptionStore> fixture();
}
