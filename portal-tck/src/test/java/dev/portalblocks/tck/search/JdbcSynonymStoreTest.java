// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.jdbc.JdbcSynonymStore;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcSynonymStoreTest {
    @Nested
    class OnH2 implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return Databases.H2.fixture(JdbcSynonymStore::new);
        }
    }

    @Nested
    class OnPostgres implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcSynonymStore::new);
        }
    }
}
