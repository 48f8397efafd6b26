// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.learning.memory.MemoryLearningStorage;
import dev.portalblocks.search.learning.spi.SearchTraceStore;
import dev.portalblocks.tck.StoreFixture;

class MemorySearchTraceStoreTest implements SearchTraceStoreContract {
    @Override
    public StoreFixture<SearchTraceStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryLearningStorage.in(memory).traces());
    }
}
