// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcAssetStore;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcAssetStoreTest {
    @Nested
    class OnH2 implements AssetStoreContract {
        @Override
        public StoreFixture<AssetStore> fixture() {
            return Databases.H2.fixture(JdbcAssetStore::new);
        }
    }

    @Nested
    class OnPostgres implements AssetStoreContract {
        @Override
        public StoreFixture<AssetStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcAssetStore::new);
        }
    }
}
