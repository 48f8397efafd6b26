// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcFaqRevisionStoreTest {
    @Nested
    class OnH2 implements FaqRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<FaqContent>> fixture() {
            return Databases.H2.fixture(db -> JdbcFaqStorage.on(db).revisions());
        }
    }

    @Nested
    class OnPostgres implements FaqRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<FaqContent>> fixture() {
            return Databases.POSTGRESQL.fixture(db -> JdbcFaqStorage.on(db).revisions());
        }
    }
}
