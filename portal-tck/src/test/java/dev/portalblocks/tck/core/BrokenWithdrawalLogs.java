// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outboxes that are right but for what they tell of withdrawals. */
final class BrokenWithdrawalLogs {
    private BrokenWithdrawalLogs() {}

    /** Looks for withdrawals in the log alone, where what has just been committed has no place yet. */
    @Breaks(12)
    static final class TellsOfWithdrawalsWithAPlaceOnly implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    return log.withdrawals(tx, tenant, after, limit);
                }
            }.fixture();
        }
    }

    /** Knows of what was withdrawn as long as it keeps the events. */
    @Breaks(12)
    static final class ForgetsWithdrawalsWithTheirEvents implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    Stream<RecordedEvent> placed = read(tx, tenant, after, 10_000).events().stream();
                    Stream<RecordedEvent> open = waiting(tx, tenant).map(Map.Entry::getValue);
                    Set<ObjectRef> kept = Stream.concat(placed, open)
                            .filter(RecordedEvent::isWithdrawal)
                            .map(RecordedEvent::subject)
                            .collect(Collectors.toSet());
                    boolean isIncomplete =
                            super.withdrawals(tx, tenant, after, limit).isIncomplete();
                    return new Withdrawals(kept, isIncomplete);
                }
            }.fixture();
        }
    }

    /** Says nothing of there being more. */
    @Breaks(12)
    static final class KeepsToItselfThatThereAreMoreWithdrawals implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    boolean isIncomplete =
                            super.withdrawals(tx, tenant, after, 10_000).isIncomplete();
                    return new Withdrawals(
                            super.withdrawals(tx, tenant, after, limit).subjects(), isIncomplete);
                }
            }.fixture();
        }
    }
}
