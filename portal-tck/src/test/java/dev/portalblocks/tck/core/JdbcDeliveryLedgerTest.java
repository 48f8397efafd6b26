// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.jdbc.JdbcDeliveryLedger;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcDeliveryLedgerTest {
    @Nested
    class OnH2 implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return Databases.H2.fixture(JdbcDeliveryLedger::on);
        }
    }

    @Nested
    class OnPostgres implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcDeliveryLedger::on);
        }
    }
}
