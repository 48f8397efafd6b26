// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.memory.MemorySynonymStorage;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.StoreFixture;

class MemorySynonymStoreTest implements SynonymStoreContract {
    @Override
    public StoreFixture<SynonymStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemorySynonymStorage.in(memory).rules());
    }
}
