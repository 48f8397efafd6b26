// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.jdbc.JdbcContentCatalog;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcContentCatalogTest {
    @Nested
    class OnH2 implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return Databases.H2.fixture(JdbcContentCatalog::new);
        }
    }

    @Nested
    class OnPostgres implements ContentCatalogContract {
        @Override
        public StoreFixture<ContentCatalog> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcContentCatalog::new);
        }
    }
}
