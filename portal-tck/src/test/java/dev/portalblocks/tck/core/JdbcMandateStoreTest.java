// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.mandate.jdbc.JdbcMandateStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcMandateStoreTest {
    @Nested
    class OnH2 implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return Databases.H2.fixture(JdbcMandateStore::new);
        }
    }

    @Nested
    class OnPostgres implements MandateStoreContract {
        @Override
        public StoreFixture<MandateStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcMandateStore::new);
        }
    }
}
