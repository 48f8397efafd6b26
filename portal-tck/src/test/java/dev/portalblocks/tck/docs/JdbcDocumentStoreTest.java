// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.docs.jdbc.JdbcDocumentStore;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcDocumentStoreTest {
    @Nested
    class OnH2 implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return Databases.H2.fixture(JdbcDocumentStore::new);
        }
    }

    @Nested
    class OnPostgres implements DocumentStoreContract {
        @Override
        public StoreFixture<DocumentStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcDocumentStore::new);
        }
    }
}
