// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.crypto.memory;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.Optional;

/** Tenants' keys in memory, unprotected: whoever reads the process reads them. */
public final class MemoryTenantKeyStore implements TenantKeyStore {
    private final MemoryTable<TenantId, byte[]> keys;

    /** Keeps the keys in this memory. */
    public MemoryTenantKeyStore(Memory memory) {
        keys = memory.table("core.tenant-key", Comparator.comparing(TenantId::value));
    }

    @Override
    public Optional<byte[]> find(Tx tx, TenantId tenant) {
        return keys.find(tx, tenant).map(byte[]::clone);
    }

    @Override
    public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
        keys.insert(tx, tenant, key.clone());
        return keys.find(tx, tenant).orElseThrow().clone();
    }
}
