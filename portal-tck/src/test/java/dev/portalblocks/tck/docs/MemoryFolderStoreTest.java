// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryFolderStoreTest implements FolderStoreContract {
    @Override
    public StoreFixture<FolderStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryVaultStorage.in(memory).folders());
    }
}
