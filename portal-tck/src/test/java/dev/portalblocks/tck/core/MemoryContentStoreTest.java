// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.memory.MemoryContentStore;

class MemoryContentStoreTest implements ContentStoreContract {
    @Override
    public ContentStore store() {
        return new MemoryContentStore();
    }
}
