// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.ViewStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryViewStoreTest implements ViewStoreContract {
    @Override
    public StoreFixture<ViewStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryKnowledgeStorage.in(memory).views());
    }
}
