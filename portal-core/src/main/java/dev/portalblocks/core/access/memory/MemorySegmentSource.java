// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access.memory;

import dev.portalblocks.core.access.SegmentSource;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.Set;

/** Segments in memory. The host says which customer is in which. */
public final class MemorySegmentSource implements SegmentSource {
    private final CustomerSets<String> segments;

    /** Keeps the segments in this memory. */
    public MemorySegmentSource(Memory memory) {
        segments = new CustomerSets<>(memory, "core.segment");
    }

    /** Puts a customer into these segments and no other. */
    public void put(Tx tx, TenantId tenant, CustomerId customer, Set<String> names) {
        segments.put(tx, tenant, customer, names);
    }

    @Override
    public Set<String> segmentsOf(Tx tx, TenantId tenant, CustomerId customer) {
        return segments.of(tx, tenant, customer);
    }
}
