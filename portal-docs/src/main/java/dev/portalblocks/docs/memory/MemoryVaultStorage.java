// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.memory;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.docs.spi.VersionStore;

/**
 * Folders and documents in a memory that the portal shares.
 *
 * @param domain the memory
 * @param folders the store of folders
 * @param documents the store of documents
 * @param versions the store of their versions
 */
public record MemoryVaultStorage(Memory domain, FolderStore folders, DocumentStore documents, VersionStore versions)
        implements VaultStorage {
    /** Returns the storage in this memory. */
    public static MemoryVaultStorage in(Memory memory) {
        return new MemoryVaultStorage(
                memory, new MemoryFolderStore(memory), new MemoryDocumentStore(memory), new MemoryVersionStore(memory));
    }
}
