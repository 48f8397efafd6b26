// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryFaqRevisionStoreTest implements FaqRevisionStoreContract {
    @Override
    public StoreFixture<RevisionStore<FaqContent>> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryFaqStorage.in(memory).revisions());
    }
}
