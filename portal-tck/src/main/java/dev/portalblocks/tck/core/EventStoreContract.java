// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/**
 * The promises of {@link EventStore}: implement it in a test class and return the store to be tested.
 */
@ContractOf(EventStore.class)
public interface EventStoreContract
        extends EventLaneContract, EventLogContract, EventReaderContract, EventPlaceContract, EventWithdrawalContract {
    /** Returns a store without events and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<EventStore> fixture();
}
