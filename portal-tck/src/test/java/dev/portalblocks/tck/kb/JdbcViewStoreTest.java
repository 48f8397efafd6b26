// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcViewStore;
import dev.portalblocks.kb.spi.ViewStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcViewStoreTest {
    @Nested
    class OnH2 implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return Databases.H2.fixture(JdbcViewStore::new);
        }
    }

    @Nested
    class OnPostgres implements ViewStoreContract {
        @Override
        public StoreFixture<ViewStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcViewStore::new);
        }
    }
}
