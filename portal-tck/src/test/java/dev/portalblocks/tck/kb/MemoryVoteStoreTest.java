// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryVoteStoreTest implements VoteStoreContract {
    @Override
    public StoreFixture<VoteStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryKnowledgeStorage.in(memory).votes());
    }
}
