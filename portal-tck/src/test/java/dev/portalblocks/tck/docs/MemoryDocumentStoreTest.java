// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryDocumentStoreTest implements DocumentStoreContract {
    @Override
    public StoreFixture<DocumentStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryVaultStorage.in(memory).documents());
    }
}
