// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.mandate.jdbc.JdbcMandateStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcMandateSourceTest {
    @Nested
    class OnH2 implements MandateSourceContract {
        @Override
        public StoreFixture<Filled> fixture() {
            return Databases.H2.fixture(db -> new StoredMandates(new JdbcMandateStore(db)));
        }
    }

    @Nested
    class OnPostgres implements MandateSourceContract {
        @Override
        public StoreFixture<Filled> fixture() {
            return Databases.POSTGRESQL.fixture(db -> new StoredMandates(new JdbcMandateStore(db)));
        }
    }
}
