// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.memory.MemoryEventStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryEventStoreTest implements EventStoreContract {
    @Override
    public StoreFixture<EventStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryEventStore(memory));
    }
}
