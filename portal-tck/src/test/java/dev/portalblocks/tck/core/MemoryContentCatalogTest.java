// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.memory.MemoryContentCatalog;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;

class MemoryContentCatalogTest implements ContentCatalogContract {
    @Override
    public StoreFixture<ContentCatalog> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemoryContentCatalog(memory));
    }
}
