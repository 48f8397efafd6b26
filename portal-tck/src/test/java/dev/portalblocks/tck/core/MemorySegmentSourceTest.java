// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.SegmentSource;
import dev.portalblocks.core.access.memory.MemorySegmentSource;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;
import java.util.Set;

class MemorySegmentSourceTest implements SegmentSourceContract {
    @Override
    public StoreFixture<Filled> fixture() {
        Memory memory = new Memory();
        MemorySegmentSource source = new MemorySegmentSource(memory);
        return new StoreFixture<>(memory, new Filled() {
            @Override
            public SegmentSource source() {
                return source;
            }

            @Override
            public void put(Tx tx, TenantId tenant, CustomerId customer, Set<String> all) {
                source.put(tx, tenant, customer, all);
            }
        });
    }
}
