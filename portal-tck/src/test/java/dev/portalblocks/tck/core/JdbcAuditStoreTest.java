// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.audit.jdbc.JdbcAuditStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcAuditStoreTest {
    @Nested
    class OnH2 implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return Databases.H2.fixture(JdbcAuditStore::new);
        }
    }

    @Nested
    class OnPostgres implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcAuditStore::new);
        }
    }
}
