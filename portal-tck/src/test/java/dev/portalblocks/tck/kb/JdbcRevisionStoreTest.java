// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcRevisionStore;
import dev.portalblocks.kb.spi.RevisionStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcRevisionStoreTest {
    @Nested
    class OnH2 implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return Databases.H2.fixture(JdbcRevisionStore::new);
        }
    }

    @Nested
    class OnPostgres implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcRevisionStore::new);
        }
    }
}
