// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.jdbc.JdbcEventStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcEventStoreTest {
    @Nested
    class OnH2 implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return Databases.H2.fixture(JdbcEventStore::new);
        }
    }

    @Nested
    class OnPostgres implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcEventStore::new);
        }
    }
}
