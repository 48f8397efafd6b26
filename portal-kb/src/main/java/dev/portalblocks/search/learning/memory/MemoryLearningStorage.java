// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.memory;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.learning.spi.LearningStorage;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.SearchTraceStore;

/**
 * What is learned of searches, in a memory that the portal shares.
 *
 * @param domain the memory
 * @param traces the store of searches of the last half hour
 * @param counts the store of how often what was asked
 */
public record MemoryLearningStorage(Memory domain, SearchTraceStore traces, QueryCountStore counts)
        implements LearningStorage {
    /** Returns the storage in this memory. */
    public static MemoryLearningStorage in(Memory memory) {
        return new MemoryLearningStorage(memory, new MemorySearchTraceStore(memory), new MemoryQueryCountStore(memory));
    }
}
