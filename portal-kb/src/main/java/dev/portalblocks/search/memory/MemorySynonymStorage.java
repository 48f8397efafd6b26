// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.memory;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.spi.SynonymStorage;
import dev.portalblocks.search.spi.SynonymStore;

/**
 * Editors' synonyms in a memory that the portal shares.
 *
 * @param domain the memory
 * @param rules the store of rules
 */
public record MemorySynonymStorage(Memory domain, SynonymStore rules) implements SynonymStorage {
    /** Returns the storage in this memory. */
    public static MemorySynonymStorage in(Memory memory) {
        return new MemorySynonymStorage(memory, new MemorySynonymStore(memory));
    }
}
