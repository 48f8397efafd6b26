// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

/** The contract can be kept where places are given after the commit. */
class LateEventStoreTest implements EventStoreContract {
    @Override
    public StoreFixture<EventStore> fixture() {
        return new LateEventStore(new Memory()).fixture();
    }
}
