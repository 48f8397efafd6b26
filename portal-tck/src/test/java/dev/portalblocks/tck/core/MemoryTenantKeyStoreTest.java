// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.crypto.memory.MemoryTenantKeyStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryTenantKeyStoreTest implements TenantKeyStoreContract {
    @Override
    public StoreFixture<TenantKeyStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryTenantKeyStore(memory));
    }
}
