// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.memory;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.publishing.memory.MemoryRevisionStore;
import dev.portalblocks.publishing.spi.RevisionStore;

/**
 * An FAQ in a memory that the portal shares.
 *
 * @param domain the memory
 * @param sections the store of sections
 * @param entries entries as editors see them
 * @param published entries as readers see them
 * @param revisions what was published
 */
public record MemoryFaqStorage(
        Memory domain,
        FaqSectionStore sections,
        FaqEntryStore entries,
        PublishedFaqEntryStore published,
        RevisionStore<FaqContent> revisions)
        implements FaqStorage {
    /** Returns the storage in this memory. */
    public static MemoryFaqStorage in(Memory memory) {
        FaqEntryRows rows = new FaqEntryRows(memory);
        return new MemoryFaqStorage(
                memory,
                new MemoryFaqSectionStore(memory),
                new MemoryFaqEntryStore(rows),
                new MemoryPublishedFaqEntryStore(rows),
                new MemoryRevisionStore<>(memory, "faq.revision"));
    }
}
