// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryConversationStoreTest implements ConversationStoreContract {
    @Override
    public StoreFixture<ConversationStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryMessagingStorage.in(memory).conversations());
    }
}
