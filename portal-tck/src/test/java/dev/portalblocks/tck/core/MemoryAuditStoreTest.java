// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.audit.memory.MemoryAuditStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryAuditStoreTest implements AuditStoreContract {
    @Override
    public StoreFixture<AuditStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryAuditStore(memory));
    }
}
