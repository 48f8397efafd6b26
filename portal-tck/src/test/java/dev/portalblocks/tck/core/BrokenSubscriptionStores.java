// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Standing;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores of subscriptions that are right but for one condition. */
final class BrokenSubscriptionStores {
    private BrokenSubscriptionStores() {}

    /** Remembers positions beside the transaction. */
    @Breaks(1)
    static final class ReadsPositionsWithoutALock implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                private final Map<Subscription, LogPosition> positions = new ConcurrentHashMap<>();

                @Override
                public Optional<LogPosition> take(Tx tx, Subscription subscription) {
                    super.take(tx, subscription);
                    return Optional.of(positions.getOrDefault(subscription, LogPosition.START));
                }

                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    super.feed(tx, one, ranges, upTo, now);
                    positions.put(one, upTo);
                }

                @Override
                public boolean end(Tx tx, Subscription subscription) {
                    positions.remove(subscription);
                    return super.end(tx, subscription);
                }
            }.fixture();
        }
    }

    /** Takes it that each lane is kept from its first event on. */
    @Breaks(2)
    static final class BeginsEachLaneAtItsFirstEvent implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    List<Range> whole = ranges.stream()
                            .map(range -> range.first() == 5 ? new Range(range.lane(), 1, range.last()) : range)
                            .toList();
                    super.feed(tx, one, whole, upTo, now);
                }
            }.fixture();
        }
    }

    /** Moves the position back, and delivers nothing anew. */
    @Breaks(3)
    static final class DoesNotReplay implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                private final Map<List<Object>, Long> heads = new ConcurrentHashMap<>();

                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    List<Range> ahead = ranges.stream()
                            .filter(range -> {
                                List<Object> lane = List.of(one, range.lane());
                                boolean isNew = range.first() > heads.getOrDefault(lane, 0L);
                                heads.merge(lane, range.last(), Math::max);
                                return isNew;
                            })
                            .toList();
                    super.feed(tx, one, ahead, upTo, now);
                }

                @Override
                public boolean end(Tx tx, Subscription subscription) {
                    heads.clear();
                    return super.end(tx, subscription);
                }
            }.fixture();
        }
    }

    /** Counts refusals over all, and not in a row. */
    @Breaks(8)
    static final class ListsThoseThatGoAsWell implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public List<DeadLetter> deadLetters(
                        Tx tx, Subscription subscription, @Nullable Keyset after, int limit) {
                    List<DeadLetter> all = super.deadLetters(tx, subscription, null, 1_000);
                    return all.subList(0, Math.min(limit, all.size()));
                }
            }.fixture();
        }
    }

    /** Skips whatever is there, also when somebody else has decided meanwhile. */
    @Breaks(9)
    static final class MendsAnything implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public boolean mend(Tx tx, Subscription one, LanePlace place, boolean isSkipped, Instant now) {
                    return super.mend(tx, one, place, isSkipped, now)
                            || super.mend(tx, one, new LanePlace(place.lane(), 1), isSkipped, now);
                }
            }.fixture();
        }
    }

    /** Asks those that have come to the tenant. */
    @Breaks(10)
    static final class ForgetsWhoHasNotComeYet implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                private final Map<Subscription, LogPosition> positions = new ConcurrentHashMap<>();

                @Override
                public void feed(Tx tx, Subscription one, List<Range> ranges, LogPosition upTo, Instant now) {
                    super.feed(tx, one, ranges, upTo, now);
                    positions.put(one, upTo);
                }

                @Override
                public Optional<LogPosition> fedToAll(Tx tx, TenantId tenant) {
                    return positions.entrySet().stream()
                            .filter(entry -> entry.getKey().tenant().equals(tenant))
                            .map(Map.Entry::getValue)
                            .min(LogPosition::compareTo);
                }

                @Override
                public boolean end(Tx tx, Subscription subscription) {
                    positions.remove(subscription);
                    return super.end(tx, subscription);
                }
            }.fixture();
        }
    }

    /** Takes who has come farthest. */
    @Breaks(11)
    static final class TakesTheGreatestDelivered implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public Map<ObjectRef, Long> deliveredToAll(Tx tx, TenantId tenant, Collection<ObjectRef> lanes) {
                    return super.deliveredToAll(tx, tenant, lanes).entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() + 3));
                }
            }.fixture();
        }
    }

    /** Ends it for all tenants. */
    @Breaks(12)
    static final class EndsThoseOfOthers implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public boolean end(Tx tx, Subscription subscription) {
                    if (subscription.equals(Subscribed.CRM)) {
                        super.end(tx, Subscribed.OTHERS_CRM);
                    }
                    return super.end(tx, subscription);
                }
            }.fixture();
        }
    }

    /** Begins again at once. */
    @Breaks(12)
    static final class IsWaitedForByThoseThatEndedIt implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public Optional<LogPosition> fedToAll(Tx tx, TenantId tenant) {
                    boolean isKnown = tenant.equals(Events.ACME)
                            && find(tx, Subscribed.OTHERS_CRM).isPresent()
                            && find(tx, Subscribed.CRM).isEmpty();
                    return isKnown ? Optional.of(LogPosition.START) : super.fedToAll(tx, tenant);
                }
            }.fixture();
        }
    }

    /** Lists all that there are. */
    @Breaks(14)
    static final class ListsThoseOfOthers implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public List<Standing> list(Tx tx, TenantId tenant) {
                    List<Standing> all = new ArrayList<>(super.list(tx, tenant));
                    all.addAll(super.list(tx, Events.OTHER));
                    return all;
                }
            }.fixture();
        }
    }

    /** Lists what nobody has leased. */
    @Breaks(13)
    static final class HidesWhatIsLeased implements SubscriptionStoreContract {
        @Override
        public StoreFixture<SubscriptionStore> fixture() {
            return new RightSubscriptionStore() {
                @Override
                public List<Waiting> waiting(Tx tx, String subscription, int limit) {
                    return super.waiting(tx, subscription, limit).stream()
                            .filter(lane -> lane.next().sequence() != 2)
                            .toList();
                }
            }.fixture();
        }
    }
}
