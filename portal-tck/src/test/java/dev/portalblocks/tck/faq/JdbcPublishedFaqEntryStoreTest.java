// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcPublishedFaqEntryStoreTest {
    @Nested
    class OnH2 implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return Databases.H2.fixture(JdbcFaqStorage::on);
        }
    }

    @Nested
    class OnPostgres implements PublishedFaqEntryStoreContract {
        @Override
        public StoreFixture<FaqStorage> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcFaqStorage::on);
        }
    }
}
