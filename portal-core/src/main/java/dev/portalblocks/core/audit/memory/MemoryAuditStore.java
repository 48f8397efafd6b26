// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.audit.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Audit entries in memory. */
public final class MemoryAuditStore implements AuditStore {
    private final MemoryTable<Key, AuditEntry> entries;

    /** Keeps the entries in this memory. */
    public MemoryAuditStore(Memory memory) {
        entries = memory.table(
                "core.audit",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::place));
    }

    @Override
    public void append(Tx tx, AuditEntry entry) {
        if (!entries.insert(tx, new Key(entry.tenant(), Keyset.ofId(entry.id())), entry)) {
            throw new PortalException.Conflict("audit.duplicate");
        }
    }

    @Override
    public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        Keyset place = after == null ? new Keyset("", "") : after;
        return entries.after(tx, new Key(scope.tenant(), place))
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant()))
                .map(Map.Entry::getValue)
                .filter(entry -> entry.isWithin(scope))
                .limit(limit)
                .toList();
    }

    private record Key(TenantId tenant, Keyset place) {}
}
