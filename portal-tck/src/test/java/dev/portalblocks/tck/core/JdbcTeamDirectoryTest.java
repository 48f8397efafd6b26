// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.Set;
import org.junit.jupiter.api.Nested;

class JdbcTeamDirectoryTest {
    @Nested
    class OnH2 implements TeamDirectoryContract {
        @Override
        public StoreFixture<Staffed> fixture() {
            return Databases.H2.fixture(JdbcTeamDirectoryTest::staffed);
        }
    }

    @Nested
    class OnPostgres implements TeamDirectoryContract {
        @Override
        public StoreFixture<Staffed> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcTeamDirectoryTest::staffed);
        }
    }

    private static TeamDirectoryContract.Staffed staffed(Database db) {
        JdbcTeamDirectory teams = new JdbcTeamDirectory(db);
        return new TeamDirectoryContract.Staffed() {
            @Override
            public TeamDirectory directory() {
                return teams;
            }

            @Override
            public void put(Tx tx, TenantId tenant, String team, Set<String> agents) {
                teams.put(tx, tenant, team, agents);
            }
        };
    }
}
