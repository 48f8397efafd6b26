// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.tck.StoreFixture;

class MemoryProfileStoreTest implements ProfileStoreContract {
    @Override
    public StoreFixture<ProfileStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, MemoryProfileStorage.in(memory).profiles());
    }
}
