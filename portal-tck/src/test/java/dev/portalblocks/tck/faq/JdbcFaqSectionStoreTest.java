// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.faq.jdbc.JdbcFaqSectionStore;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcFaqSectionStoreTest {
    @Nested
    class OnH2 implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return Databases.H2.fixture(JdbcFaqSectionStore::new);
        }
    }

    @Nested
    class OnPostgres implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcFaqSectionStore::new);
        }
    }
}
