// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcSlugStore;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcSlugStoreTest {
    @Nested
    class OnH2 implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return Databases.H2.fixture(JdbcSlugStore::new);
        }
    }

    @Nested
    class OnPostgres implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcSlugStore::new);
        }
    }
}
