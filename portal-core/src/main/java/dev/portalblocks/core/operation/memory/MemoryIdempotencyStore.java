// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation.memory;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Idempotency keys in memory. */
public final class MemoryIdempotencyStore implements IdempotencyStore {
    private final MemoryTable<Key, IdempotencyClaim> claims;

    /** Keeps the claims in this memory. */
    public MemoryIdempotencyStore(Memory memory) {
        claims = memory.table(
                "core.idempotency",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::fingerprint));
    }

    @Override
    public Optional<IdempotencyClaim> claim(Tx tx, IdempotencyClaim claim) {
        Key key = new Key(claim.tenant(), claim.fingerprint());
        return claims.insert(tx, key, claim) ? Optional.empty() : claims.find(tx, key);
    }

    @Override
    public int purge(Tx tx, TenantId tenant, Instant before, int limit) {
        List<Key> old = claims.after(tx, new Key(tenant, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .filter(row -> row.getValue().at().isBefore(before))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        old.forEach(key -> claims.delete(tx, key));
        return old.size();
    }

    private record Key(TenantId tenant, String fingerprint) {}
}
