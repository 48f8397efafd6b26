// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.memory;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;

/**
 * An FAQ in a memory that the portal shares.
 *
 * @param domain the memory
 * @param sections the store of sections
 * @param entries the store of entries
 */
public record MemoryFaqStorage(Memory domain, FaqSectionStore sections, FaqEntryStore entries) implements FaqStorage {
    /** Returns the storage in this memory. */
    public static MemoryFaqStorage in(Memory memory) {
        return new MemoryFaqStorage(memory, new MemoryFaqSectionStore(memory), new MemoryFaqEntryStore(memory));
    }
}
