// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.content.memory.MemoryContentUseStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryContentUseStoreTest implements ContentUseStoreContract {
    @Override
    public StoreFixture<ContentUseStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryContentUseStore(memory));
    }
}
