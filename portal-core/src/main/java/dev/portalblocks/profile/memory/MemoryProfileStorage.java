// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.memory;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.spi.ProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;

/**
 * Profiles in a memory that the portal shares.
 *
 * @param domain the memory
 * @param profiles the store
 */
public record MemoryProfileStorage(Memory domain, ProfileStore profiles) implements ProfileStorage {
    /** Returns the storage in this memory. */
    public static MemoryProfileStorage in(Memory memory) {
        return new MemoryProfileStorage(memory, new MemoryProfileStore(memory));
    }
}
