// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.learning.jdbc.JdbcQueryCountStore;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcQueryCountStoreTest {
    @Nested
    class OnH2 implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return Databases.H2.fixture(JdbcQueryCountStore::new);
        }
    }

    @Nested
    class OnPostgres implements QueryCountStoreContract {
        @Override
        public StoreFixture<QueryCountStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcQueryCountStore::new);
        }
    }
}
