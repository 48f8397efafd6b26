// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.Request;
import dev.portalblocks.core.event.jdbc.JdbcSubscriptionStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcSubscriptionStoreTest {
    @Nested
    class OnH2 implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return Databases.H2.fixture(JdbcSubscriptionStore::new);
        }

        @Test
        void theClockOfANodeMakesNoDifference() {
            judgeClocks(fixture());
        }
    }

    @Nested
    class OnPostgres implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcSubscriptionStore::new);
        }

        @Test
        void theClockOfANodeMakesNoDifference() {
            judgeClocks(fixture());
        }
    }

    /** One goes a thousand years ahead, and another one as many behind. */
    private static void judgeClocks(StoreFixture<SubscriptionStore> store) {
        Instant ahead = Events.NOON.plus(Duration.ofDays(365_000));
        Instant behind = Events.NOON.minus(Duration.ofDays(365_000));
        new Subscribed(store).feed(Subscribed.CRM, "1", 1, 1);
        Request late = new Request("crm", behind, Subscribed.HOUR, 9);
        Request early = new Request("crm", ahead, Subscribed.HOUR, 9);
        assertThat(store.write((tx, rows) -> rows.lease(tx, late)).size()).isEqualTo(1);
        assertThat(store.write((tx, rows) -> rows.lease(tx, early)).size()).isZero();
    }
}
