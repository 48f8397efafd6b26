// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.tck.StoreFixture;

class MemoryNoteStoreTest implements NoteStoreContract {
    @Override
    public StoreFixture<MessagingStorage> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryMessagingStorage.in(memory));
    }
}
