// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.operation.jdbc.JdbcIdempotencyStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcIdempotencyStoreTest {
    @Nested
    class OnH2 implements IdempotencyStoreContract {
        @Override
        public StoreFixture<IdempotencyStore> fixture() {
            return Databases.H2.fixture(JdbcIdempotencyStore::new);
        }
    }

    @Nested
    class OnPostgres implements IdempotencyStoreContract {
        @Override
        public StoreFixture<IdempotencyStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcIdempotencyStore::new);
        }
    }
}
