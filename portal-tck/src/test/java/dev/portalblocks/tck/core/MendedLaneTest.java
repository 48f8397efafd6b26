// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Subscribed.CRM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.jdbc.JdbcSubscriptionStore;
import dev.portalblocks.core.event.memory.MemorySubscriptionStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lane that somebody let go on belongs to nobody who had it when it stood still. */
class MendedLaneTest {
    static List<StoreFixture<SubscriptionStore>> stores() {
        Memory memory = new Memory();
        return List.of(
                new StoreFixture<>(memory, new MemorySubscriptionStore(memory)),
                Databases.H2.fixture(JdbcSubscriptionStore::new),
                Databases.POSTGRESQL.fixture(JdbcSubscriptionStore::new));
    }

    /** Else what it comes back with would count beside what an operator has decided. */
    @ParameterizedTest
    @MethodSource("stores")
    void theLeaseThatItStoodStillInCountsNoMore(StoreFixture<SubscriptionStore> store) {
        Subscribed node = new Subscribed(store);
        for (boolean isSkipped : new boolean[] {false, true}) {
            String lane = "" + isSkipped;
            node.feed(CRM, lane, 1, 3);
            LaneLease old = node.leaseOne();
            assertThat(node.step(old, Subscribed.stopped("Refused"))).isTrue();
            assertThat(node.mend(CRM, lane, 1, isSkipped)).isTrue();
            assertThat(node.delivers(old, 3)).as("before the next lease").isFalse();
            LaneLease next = node.leaseOne();
            assertThat(next.fence()).isGreaterThan(old.fence());
            assertThat(next.delivered()).isEqualTo(isSkipped ? 1 : 0);
            assertThat(node.delivers(old, 3)).as("after it").isFalse();
            assertThat(node.delivers(next, 3)).isTrue();
        }
    }
}
