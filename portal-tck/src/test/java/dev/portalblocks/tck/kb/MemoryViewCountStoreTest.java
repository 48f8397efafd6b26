// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.tck.StoreFixture;

class MemoryViewCountStoreTest implements ViewCountStoreContract {
    @Override
    public StoreFixture<KnowledgeStorage> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryKnowledgeStorage.in(memory));
    }
}
