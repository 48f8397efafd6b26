// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.content.jdbc.JdbcContentUseStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcContentUseStoreTest {
    @Nested
    class OnH2 implements ContentUseStoreContract {
        @Override
        public StoreFixture<ContentUseStore> fixture() {
            return Databases.H2.fixture(JdbcContentUseStore::new);
        }
    }

    @Nested
    class OnPostgres implements ContentUseStoreContract {
        @Override
        public StoreFixture<ContentUseStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcContentUseStore::new);
        }
    }
}
