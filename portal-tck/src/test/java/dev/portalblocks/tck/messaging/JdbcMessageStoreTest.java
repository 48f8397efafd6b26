// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcMessageStoreTest {
    @Nested
    class OnH2 implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return Databases.H2.fixture(JdbcMessagingStorage::on);
        }
    }

    @Nested
    class OnPostgres implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcMessagingStorage::on);
        }
    }
}
