// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcProfileStoreTest {
    @Nested
    class OnH2 implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return Databases.H2.fixture(db -> JdbcProfileStorage.on(db).profiles());
        }
    }

    @Nested
    class OnPostgres implements ProfileStoreContract {
        @Override
        public StoreFixture<ProfileStore> fixture() {
            return Databases.POSTGRESQL.fixture(db -> JdbcProfileStorage.on(db).profiles());
        }
    }
}
