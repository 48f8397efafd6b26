// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.LastAdmitted;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.memory.MemoryDeliveryLedger;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Ledgers that are right but for one condition. */
final class BrokenDeliveryLedgers {
    private BrokenDeliveryLedgers() {}

    /** The memory ledger; each broken one overrides the method in which it goes wrong. */
    private static class Right implements DeliveryLedger {
        final Memory memory = new Memory();
        final DeliveryLedger inner = new MemoryDeliveryLedger(memory);

        @Override
        public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
            return inner.admits(tx, subscription, lane, sequence, event);
        }

        @Override
        public void forget(Tx tx, Subscription subscription) {
            inner.forget(tx, subscription);
        }

        StoreFixture<DeliveryLedger> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Can count no further. */
    @Breaks(1)
    static final class AdmitsTheLastTwice implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return new Right() {
                @Override
                public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
                    return super.admits(tx, subscription, lane, sequence, event) || sequence == Long.MAX_VALUE;
                }
            }.fixture();
        }
    }

    /** Remembers beside the transaction. */
    @Breaks(2)
    static final class RemembersWhatWasRolledBack implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return new Right() {
                private final Set<Long> seen = ConcurrentHashMap.newKeySet();

                @Override
                public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
                    boolean isHigh = sequence == 2 && seen.contains(7L);
                    seen.add(sequence);
                    return super.admits(tx, subscription, lane, sequence, event) && !isHigh;
                }
            }.fixture();
        }
    }

    /** Has one list for all tenants. */
    @Breaks(4)
    static final class MixesSubscriptions implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return new Right() {
                @Override
                public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
                    boolean isSmall = sequence == 1 && subscription.name().equals("archive");
                    Subscription one = isSmall ? new Subscription(subscription.tenant(), "crm") : subscription;
                    return super.admits(tx, one, lane, sequence, event);
                }
            }.fixture();
        }
    }

    /** Goes by the number alone, so that whatever has one of before is left out. */
    @Breaks(6)
    static final class LeavesOutWhatIsNew implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return new Right() {
                @Override
                public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
                    try {
                        return super.admits(tx, subscription, lane, sequence, event);
                    } catch (PortalException.Conflict another) {
                        return false;
                    }
                }
            }.fixture();
        }
    }

    /** Compares with the time of the last event, not with the greatest. */
    @Breaks(6)
    static final class TrustsTheClocks implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return new Right() {
                private long last;

                @Override
                public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
                    long time = LastAdmitted.first(sequence, event).latest();
                    boolean isFirst = super.admits(tx, subscription, lane, sequence, event);
                    if (!isFirst && time > last && lane.id().equals("8")) {
                        throw new PortalException.Conflict("delivery.history-changed");
                    }
                    last = isFirst ? time : last;
                    return isFirst;
                }
            }.fixture();
        }
    }

    /** Forgets the subscriptions of the name, whosever they are. */
    @Breaks(5)
    static final class ForgetsThoseOfOtherTenants implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return new Right() {
                @Override
                public void forget(Tx tx, Subscription subscription) {
                    super.forget(tx, subscription);
                    super.forget(tx, new Subscription(TenantId.of("Acme"), subscription.name()));
                }
            }.fixture();
        }
    }

    /** Answers at once, by what is committed: of two who come together the second is told that it is one too many. */
    @Breaks(3)
    static final class DoesNotWait implements DeliveryLedgerContract {
        @Override
        public StoreFixture<DeliveryLedger> fixture() {
            return new Right() {
                private final Set<Object> open = ConcurrentHashMap.newKeySet();

                @Override
                public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
                    boolean isContested = sequence == 3
                            && subscription.equals(Subscribed.CRM)
                            && lane.id().equals("1");
                    if (isContested && !open.add(lane)) {
                        return false;
                    }
                    return super.admits(tx, subscription, lane, sequence, event);
                }
            }.fixture();
        }
    }
}
