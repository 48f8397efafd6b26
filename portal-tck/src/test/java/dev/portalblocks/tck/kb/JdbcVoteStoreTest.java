// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcVoteStore;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcVoteStoreTest {
    @Nested
    class OnH2 implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return Databases.H2.fixture(JdbcVoteStore::new);
        }
    }

    @Nested
    class OnPostgres implements VoteStoreContract {
        @Override
        public StoreFixture<VoteStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcVoteStore::new);
        }
    }
}
