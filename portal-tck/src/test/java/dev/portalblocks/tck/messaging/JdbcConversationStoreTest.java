// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.messaging.jdbc.JdbcConversationStore;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcConversationStoreTest {
    @Nested
    class OnH2 implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return Databases.H2.fixture(JdbcConversationStore::new);
        }
    }

    @Nested
    class OnPostgres implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcConversationStore::new);
        }
    }
}
