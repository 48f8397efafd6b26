// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access.memory;

import dev.portalblocks.core.access.Holdings;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.Set;

/** What customers own, in memory. The host says it. */
public final class MemoryHoldings implements Holdings {
    private final CustomerSets<ObjectRef> things;

    /** Keeps what customers own in this memory. */
    public MemoryHoldings(Memory memory) {
        things = new CustomerSets<>(memory, "core.holding");
    }

    /** Gives a customer these things and no other. */
    public void put(Tx tx, TenantId tenant, CustomerId customer, Set<ObjectRef> owned) {
        things.put(tx, tenant, customer, owned);
    }

    @Override
    public Set<ObjectRef> holdingsOf(Tx tx, TenantId tenant, CustomerId customer) {
        return things.of(tx, tenant, customer);
    }
}
