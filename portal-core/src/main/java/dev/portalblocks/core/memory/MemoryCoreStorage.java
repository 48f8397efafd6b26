// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.memory;

import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.audit.memory.MemoryAuditStore;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.memory.MemoryContentCatalog;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.content.memory.MemoryContentUseStore;
import dev.portalblocks.core.crypto.memory.MemoryTenantKeyStore;
import dev.portalblocks.core.event.memory.MemoryEventStore;
import dev.portalblocks.core.event.memory.MemorySubscriptionStore;
import dev.portalblocks.core.mandate.memory.MemoryMandateStore;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.memory.MemoryIdempotencyStore;
import dev.portalblocks.core.tx.memory.Memory;

/**
 * Core's storage in one memory: nothing outlives the process.
 *
 * @param domain the memory
 * @param audit audit entries
 * @param events the log of events
 * @param subscriptions how far subscribers have come
 * @param idempotency idempotency keys
 * @param tenantKeys tenants' keys
 * @param teams who is in which team; the host says so here
 * @param mandates who may act for whom
 * @param content stored bytes
 * @param catalog what is known of them
 * @param contentUses who uses them
 */
public record MemoryCoreStorage(
        Memory domain,
        MemoryAuditStore audit,
        MemoryEventStore events,
        MemorySubscriptionStore subscriptions,
        MemoryIdempotencyStore idempotency,
        MemoryTenantKeyStore tenantKeys,
        MemoryTeamDirectory teams,
        MemoryMandateStore mandates,
        ContentStore content,
        MemoryContentCatalog catalog,
        MemoryContentUseStore contentUses)
        implements CoreStorage {

    /** Returns the storage in this memory, bytes included. */
    public static MemoryCoreStorage in(Memory memory) {
        return in(memory, new MemoryContentStore());
    }

    /** Returns the storage in this memory, with bytes kept elsewhere. */
    public static MemoryCoreStorage in(Memory memory, ContentStore content) {
        return new MemoryCoreStorage(
                memory,
                new MemoryAuditStore(memory),
                new MemoryEventStore(memory),
                new MemorySubscriptionStore(memory),
                new MemoryIdempotencyStore(memory),
                new MemoryTenantKeyStore(memory),
                new MemoryTeamDirectory(memory),
                new MemoryMandateStore(memory),
                content,
                new MemoryContentCatalog(memory),
                new MemoryContentUseStore(memory));
    }
}
