// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.docs.jdbc.JdbcVersionStore;
import dev.portalblocks.docs.spi.VersionStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcVersionStoreTest {
    @Nested
    class OnH2 implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return Databases.H2.fixture(JdbcVersionStore::new);
        }
    }

    @Nested
    class OnPostgres implements VersionStoreContract {
        @Override
        public StoreFixture<VersionStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcVersionStore::new);
        }
    }
}
