// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.Request;
import dev.portalblocks.core.event.memory.MemorySubscriptionStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;
import org.junit.jupiter.api.Test;

class MemorySubscriptionStoreTest implements SubscriptionStoreContract {
    @Override
    public StoreFixture<SubscriptionStore> fixture() {
        Memory memory = new Memory();
        return new StoreFixture<>(memory, new MemorySubscriptionStore(memory));
    }

    /** To the microsecond and not before. */
    @Test
    void aLeaseIsOverWhenTheCallersClockSaysSo() {
        StoreFixture<SubscriptionStore> store = fixture();
        new Subscribed(store).feed(Subscribed.CRM, "1", 1, 1);
        Request first = new Request("crm", Events.NOON, Subscribed.HOUR, 9);
        Request early = new Request("crm", Events.NOON.plus(Subscribed.HOUR).minusNanos(1_000), Subscribed.HOUR, 9);
        Request late = new Request("crm", Events.NOON.plus(Subscribed.HOUR), Subscribed.HOUR, 9);
        assertThat(store.write((tx, rows) -> rows.lease(tx, first)).size()).isEqualTo(1);
        assertThat(store.write((tx, rows) -> rows.lease(tx, early)).size()).isZero();
        assertThat(store.write((tx, rows) -> rows.lease(tx, late)).size()).isEqualTo(1);
    }
}
