// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.memory.MemoryTenantKeyStore;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;

class MemoryJoiningTest implements JoiningContract<Tx> {
    @Override
    public JoiningFixture<Tx> fixture() {
        Memory memory = new Memory();
        return new JoiningFixture<>(memory, new MemoryTenantKeyStore(memory), memory::write);
    }
}
