// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.learning.jdbc.JdbcSearchTraceStore;
import dev.portalblocks.search.learning.spi.SearchTraceStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcSearchTraceStoreTest {
    @Nested
    class OnH2 implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return Databases.H2.fixture(JdbcSearchTraceStore::new);
        }
    }

    @Nested
    class OnPostgres implements SearchTraceStoreContract {
        @Override
        public StoreFixture<SearchTraceStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcSearchTraceStore::new);
        }
    }
}
