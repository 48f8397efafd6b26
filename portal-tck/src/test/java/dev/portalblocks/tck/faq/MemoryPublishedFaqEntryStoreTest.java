// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.tck.StoreFixture;

class MemoryPublishedFaqEntryStoreTest implements PublishedFaqEntryStoreContract {
    @Override
    public StoreFixture<FaqStorage> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryFaqStorage.in(memory));
    }
}
