// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class DatabaseTest {
    @Nested
    class OnH2 implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            Database impatient = Databases.on(Databases.H2.impatient()); // where only time breaks a circle
            return new StoreFixture<>(impatient, new JdbcTenantKeyStore(impatient));
        }
    }

    @Nested
    class OnPostgres implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcTenantKeyStore::new);
        }
    }
}
