// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.operation.memory.MemoryIdempotencyStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryIdempotencyStoreTest implements IdempotencyStoreContract {
    @Override
    public StoreFixture<IdempotencyStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryIdempotencyStore(memory));
    }
}
