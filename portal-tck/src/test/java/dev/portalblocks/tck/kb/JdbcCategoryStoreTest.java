// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcCategoryStore;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcCategoryStoreTest {
    @Nested
    class OnH2 implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return Databases.H2.fixture(JdbcCategoryStore::new);
        }
    }

    @Nested
    class OnPostgres implements CategoryStoreContract {
        @Override
        public StoreFixture<CategoryStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcCategoryStore::new);
        }
    }
}
