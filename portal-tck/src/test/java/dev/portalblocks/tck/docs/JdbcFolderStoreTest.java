// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.docs.jdbc.JdbcFolderStore;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcFolderStoreTest {
    @Nested
    class OnH2 implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return Databases.H2.fixture(JdbcFolderStore::new);
        }
    }

    @Nested
    class OnPostgres implements FolderStoreContract {
        @Override
        public StoreFixture<FolderStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcFolderStore::new);
        }
    }
}
