// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Outboxes that give places after the commit, and are right but for one condition. */
final class BrokenSettlingStores {
    private BrokenSettlingStores() {}

    /** Gives places in the order of the events' times, which clocks of several nodes do not keep. */
    @Breaks(3)
    static final class SettlesByTime implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                Stream<Map.Entry<Waiting, RecordedEvent>> waiting(Tx tx, TenantId tenant) {
                    return super.waiting(tx, tenant)
                            .sorted(Comparator.comparing((Map.Entry<Waiting, RecordedEvent> entry) ->
                                    entry.getValue().time()));
                }
            }.fixture();
        }
    }

    /** The number that was taken in the transaction is the place: {@code sequence > last}. */
    @Breaks(4)
    static final class NumbersBeforeTheCommit implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new PlainSequenceStore(new Memory()).fixture();
        }
    }

    /** Takes what waits for a part of the log that may go. */
    @Breaks(6)
    static final class RemovesWhatHasNoPlace implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public void removeUpTo(Tx tx, TenantId tenant, LogPosition last) {
                    super.removeUpTo(tx, tenant, last);
                    if (last.equals(end(tx, tenant))) {
                        waiting(tx, tenant).toList().forEach(entry -> waiting.delete(tx, entry.getKey()));
                    }
                }
            }.fixture();
        }
    }

    /** Lists whom it finds in the log. */
    @Breaks(7)
    static final class ForgetsWhoseEventsWait implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public List<TenantId> tenants(Tx tx, String after, int limit) {
                    return log.tenants(tx, after, limit);
                }
            }.fixture();
        }
    }

    /** Of two who settle both place what both have found. */
    @Breaks(9)
    static final class SettlesWithoutALock implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                void lock(Tx tx, TenantId tenant) {
                    // the fault
                }
            }.fixture();
        }
    }

    /** What it has placed it does not look at again, also when its transaction came to nothing. */
    @Breaks(9)
    static final class KeepsPlacesOfWhatWasRolledBack implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                private final Set<Waiting> seen = ConcurrentHashMap.newKeySet();

                @Override
                Stream<Map.Entry<Waiting, RecordedEvent>> waiting(Tx tx, TenantId tenant) {
                    Stream<Map.Entry<Waiting, RecordedEvent>> all = super.waiting(tx, tenant);
                    return tx.isReadOnly() ? all : all.filter(entry -> seen.add(entry.getKey()));
                }
            }.fixture();
        }
    }

    /** Places all that there is. */
    @Breaks(9)
    static final class SettlesMoreThanTheLimit implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public int settle(Tx tx, TenantId tenant, int limit) {
                    return super.settle(tx, tenant, Integer.MAX_VALUE);
                }
            }.fixture();
        }
    }

    /** Has a limit of its own, which it keeps to itself. */
    @Breaks(9)
    static final class SettlesFewerThanTheLimit implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public int settle(Tx tx, TenantId tenant, int limit) {
                    return super.settle(tx, tenant, limit > 1 && limit <= 100 ? limit - 1 : limit);
                }
            }.fixture();
        }
    }

    /** Does not look, and says that all is well. */
    @Breaks(10)
    static final class AlwaysSaysSettled implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public boolean isSettled(Tx tx, TenantId tenant) {
                    return true;
                }
            }.fixture();
        }
    }

    /** Looks at all that waits, whosever it is. */
    @Breaks(10)
    static final class LooksAtOtherTenants implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public boolean isSettled(Tx tx, TenantId tenant) {
                    return waiting.all(tx).findAny().isEmpty();
                }
            }.fixture();
        }
    }

    /** Reads what is there of a lane, whosever it is. */
    @Breaks(11)
    static final class ReadsLanesOfAnotherTenant implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit) {
                    List<RecordedEvent> own = super.readLane(tx, tenant, lane, after, limit);
                    return own.isEmpty() ? super.readLane(tx, TenantId.of("Acme"), lane, 0, limit) : own;
                }
            }.fixture();
        }
    }

    /** Begins with the number that it is to begin behind. */
    @Breaks(11)
    static final class ReadsOneTooManyOfALane implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new LateEventStore(new Memory()) {
                @Override
                public List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit) {
                    return super.readLane(tx, tenant, lane, after - 1, limit);
                }
            }.fixture();
        }
    }
}
