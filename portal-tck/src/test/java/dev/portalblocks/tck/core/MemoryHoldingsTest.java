// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Holdings;
import dev.portalblocks.core.access.memory.MemoryHoldings;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;
import java.util.Set;

class MemoryHoldingsTest implements HoldingsContract {
    @Override
    public StoreFixture<Filled> fixture() {
        Memory memory = new Memory();
        MemoryHoldings source = new MemoryHoldings(memory);
        return new StoreFixture<>(memory, new Filled() {
            @Override
            public Holdings source() {
                return source;
            }

            @Override
            public void put(Tx tx, TenantId tenant, CustomerId customer, Set<ObjectRef> all) {
                source.put(tx, tenant, customer, all);
            }
        });
    }
}
