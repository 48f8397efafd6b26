// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.event.memory.MemoryEventStore;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Outboxes that are right but for one condition. */
final class BrokenEventStores {
    private BrokenEventStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements EventStore {
        final Memory memory = new Memory();
        final EventStore inner = new MemoryEventStore(memory);

        @Override
        public long nextSequence(Tx tx, TenantId tenant, ObjectRef lane) {
            return inner.nextSequence(tx, tenant, lane);
        }

        @Override
        public void append(Tx tx, RecordedEvent event) {
            inner.append(tx, event);
        }

        @Override
        public int settle(Tx tx, TenantId tenant, int limit) {
            return inner.settle(tx, tenant, limit);
        }

        @Override
        public boolean isSettled(Tx tx, TenantId tenant) {
            return inner.isSettled(tx, tenant);
        }

        @Override
        public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
            return inner.read(tx, tenant, after, limit);
        }

        @Override
        public List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit) {
            return inner.readLane(tx, tenant, lane, after, limit);
        }

        @Override
        public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit) {
            return inner.withdrawals(tx, tenant, after, limit);
        }

        @Override
        public LogPosition end(Tx tx, TenantId tenant) {
            return inner.end(tx, tenant);
        }

        @Override
        public void removeUpTo(Tx tx, TenantId tenant, LogPosition last) {
            inner.removeUpTo(tx, tenant, last);
        }

        @Override
        public List<TenantId> tenants(Tx tx, String after, int limit) {
            return inner.tenants(tx, after, limit);
        }

        StoreFixture<EventStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Counts with something like a database's sequence: what is rolled back leaves a gap. */
    @Breaks(1)
    static final class CountsWhatIsRolledBack implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                private final Map<List<Object>, Long> counters = new ConcurrentHashMap<>();

                @Override
                public long nextSequence(Tx tx, TenantId tenant, ObjectRef lane) {
                    long locked = super.nextSequence(tx, tenant, lane);
                    return counters.merge(List.of(tenant, lane), locked, (counted, next) -> counted + 1);
                }
            }.fixture();
        }
    }

    /** A column of milliseconds. */
    @Breaks(2)
    static final class LosesMicroseconds implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public void append(Tx tx, RecordedEvent event) {
                    super.append(tx, truncated(event));
                }
            }.fixture();
        }

        private static RecordedEvent truncated(RecordedEvent event) {
            return new RecordedEvent(
                    event.id(),
                    event.source(),
                    event.type(),
                    event.time().truncatedTo(ChronoUnit.MILLIS),
                    event.subject(),
                    event.tenant(),
                    event.lane(),
                    event.sequence(),
                    event.isWithdrawal(),
                    event.data());
        }
    }

    /** Sorts what it read by the time of the events. */
    @Breaks(3)
    static final class SortsByTime implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    EventSlice slice = super.read(tx, tenant, after, limit);
                    Comparator<RecordedEvent> byTime = Comparator.comparing(event -> event.time());
                    Stream<RecordedEvent> sorted = slice.events().stream().sorted(byTime);
                    return new EventSlice(sorted.toList(), slice.upTo(), slice.isIncomplete());
                }
            }.fixture();
        }
    }

    /** Has a limit of its own, which it keeps to itself. */
    @Breaks(3)
    static final class ReturnsFewerThanTheLimit implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    return super.read(tx, tenant, after, Math.min(limit, 8));
                }
            }.fixture();
        }
    }

    /** A batch of several events that ends within a commit passes over the rest of it. */
    @Breaks(4)
    static final class CountsCommitsAlone implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    EventSlice slice = super.read(tx, tenant, after, limit);
                    boolean isCut = slice.events().size() == limit && limit > 1;
                    LogPosition wholeCommit = new LogPosition(
                            slice.upTo().commit(), Long.MAX_VALUE, slice.upTo().event());
                    return isCut ? new EventSlice(slice.events(), wholeCommit, slice.isIncomplete()) : slice;
                }
            }.fixture();
        }
    }

    /** Of a commit with several events it takes the last but one for the end. */
    @Breaks(5)
    static final class EndsBeforeTheLastEvent implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public LogPosition end(Tx tx, TenantId tenant) {
                    LogPosition end = super.end(tx, tenant);
                    return end.offset() == 0 ? end : new LogPosition(end.commit(), end.offset() - 1, end.event());
                }
            }.fixture();
        }
    }

    /** Forgets to tell who begins anew that the beginning is gone. */
    @Breaks(6)
    static final class HidesTheGapFromANewReader implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    EventSlice slice = super.read(tx, tenant, after, limit);
                    boolean incomplete = slice.isIncomplete() && !after.equals(LogPosition.START);
                    return new EventSlice(slice.events(), slice.upTo(), incomplete);
                }
            }.fixture();
        }
    }

    /** Lists whom it finds in the log that is left. */
    @Breaks(7)
    static final class ForgetsWhoseEventsAreGone implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                private final Set<TenantId> emptied = ConcurrentHashMap.newKeySet();

                @Override
                public void removeUpTo(Tx tx, TenantId tenant, LogPosition last) {
                    if (last.equals(end(tx, tenant))) {
                        emptied.add(tenant);
                    }
                    super.removeUpTo(tx, tenant, last);
                }

                @Override
                public List<TenantId> tenants(Tx tx, String after, int limit) {
                    return super.tenants(tx, after, Integer.MAX_VALUE).stream()
                            .filter(tenant -> !emptied.contains(tenant))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Goes on from wherever it is told to. */
    @Breaks(8)
    static final class TrustsEveryPosition implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit) {
                    EventSlice slice = super.read(tx, tenant, after, limit);
                    boolean isBehind =
                            super.read(tx, tenant, LogPosition.START, 1).isIncomplete();
                    return new EventSlice(slice.events(), slice.upTo(), slice.isIncomplete() && isBehind);
                }
            }.fixture();
        }
    }

    /** Has a limit of its own, which it keeps to itself. */
    @Breaks(7)
    static final class ListsFewerTenantsThanTheLimit implements EventStoreContract {
        @Override
        public StoreFixture<EventStore> fixture() {
            return new Right() {
                @Override
                public List<TenantId> tenants(Tx tx, String after, int limit) {
                    return super.tenants(tx, after, Math.min(limit, 10));
                }
            }.fixture();
        }
    }
}
