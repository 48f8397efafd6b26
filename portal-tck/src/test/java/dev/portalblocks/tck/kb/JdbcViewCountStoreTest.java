// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcViewCountStoreTest {
    @Nested
    class OnH2 implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return Databases.H2.fixture(JdbcKnowledgeStorage::on);
        }
    }

    @Nested
    class OnPostgres implements ViewCountStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcKnowledgeStorage::on);
        }
    }
}
