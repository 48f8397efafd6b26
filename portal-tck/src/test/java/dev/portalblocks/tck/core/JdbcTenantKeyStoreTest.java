// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcTenantKeyStoreTest {
    @Nested
    class OnH2 implements TenantKeyStoreContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return Databases.H2.fixture(JdbcTenantKeyStore::new);
        }
    }

    @Nested
    class OnPostgres implements TenantKeyStoreContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcTenantKeyStore::new);
        }
    }
}
