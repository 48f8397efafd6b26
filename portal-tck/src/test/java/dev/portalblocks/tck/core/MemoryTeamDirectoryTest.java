// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;
import java.util.Set;

class MemoryTeamDirectoryTest implements TeamDirectoryContract {
    @Override
    public StoreFixture<Staffed> fixture() {
        Memory memory = new Memory();
        MemoryTeamDirectory teams = new MemoryTeamDirectory(memory);
        return new StoreFixture<>(memory, new Staffed() {
            @Override
            public TeamDirectory directory() {
                return teams;
            }

            @Override
            public void put(Tx tx, TenantId tenant, String team, Set<String> agents) {
                teams.put(tx, tenant, team, agents);
            }
        });
    }
}
