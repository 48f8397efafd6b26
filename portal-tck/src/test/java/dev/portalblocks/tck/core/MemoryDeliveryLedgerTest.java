// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.memory.MemoryDeliveryLedger;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryDeliveryLedgerTest implements DeliveryLedgerContract {
    @Override
    public StoreFixture<DeliveryLedger> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryDeliveryLedger(memory));
    }
}
