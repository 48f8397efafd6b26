// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.mandate.memory.MemoryMandateStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryMandateStoreTest implements MandateStoreContract {
    @Override
    public StoreFixture<MandateStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryMandateStore(memory));
    }
}
