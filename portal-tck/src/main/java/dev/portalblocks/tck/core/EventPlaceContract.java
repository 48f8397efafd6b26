// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Promises 9 to 11 of {@link EventStore}, about who gives events their places; part of {@link EventStoreContract}. */
@ContractOf(EventStore.class)
public interface EventPlaceContract {
    /** Returns a store without events and its domain; asked once, at the beginning of each test. */
    StoreFixture<EventStore> fixture();

    /** Those of the tenant alone; none more than once, and none when all have theirs. */
    @Test
    @Promise(9)
    default void settleGivesAsManyPlacesAsItSaysAndNoMoreThanTheLimit() {
        StoreFixture<EventStore> events = fixture();
        append(events, Events.OTHER, "other 1", "other 2");
        append(events, Events.ACME, "a", "b", "c");
        append(events, Events.ACME, "d", "e");

        int settled = 2;
        while (settled == 2) {
            List<String> before = placed(events);
            settled = settle(events, 2);
            assertThat(settled).isLessThanOrEqualTo(2);
            List<String> after = placed(events);
            assertThat(after).hasSize(before.size() + settled);
            assertThat(after.subList(0, before.size())).isEqualTo(before);
        }
        assertThat(placed(events)).containsExactly("a", "b", "c", "d", "e");
        assertThat(settle(events, 2)).isZero();
        assertThat(settle(events, 100)).isZero();
        assertThat(placed(events)).containsExactly("a", "b", "c", "d", "e");
        assertThat(Events.texts(events, Events.OTHER)).containsExactly("other 1", "other 2");
    }

    /** The next call gives them. */
    @Test
    @Promise(9)
    default void placesThatWereRolledBackNeverWere() {
        StoreFixture<EventStore> events = fixture();
        Events.commit(events, "a");
        append(events, Events.ACME, "b", "c");
        List<String> before = placed(events);
        events.rollBack((tx, store) -> store.settle(tx, Events.ACME, 100));
        assertThat(placed(events)).isEqualTo(before);
        assertThat(settle(events, 100)).isEqualTo(3 - before.size());
        assertThat(placed(events)).containsExactly("a", "b", "c");
    }

    /** Whether the first commits or is rolled back, and with whatever limit. */
    @Test
    @Promise(9)
    default void whoSettlesBesideAnotherLeavesNothingWithoutAPlace() {
        StoreFixture<EventStore> events = fixture();
        List<String> committed = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            int limit = round % 2 == 0 ? 1 : 100;
            append(events, Events.ACME, round + "a", round + "b");
            committed.addAll(List.of(round + "a", round + "b"));
            Deque<Future<List<String>>> beside = new ArrayDeque<>();
            try (Companion other = new Companion()) {
                BiConsumer<Tx, EventStore> first = (tx, store) -> {
                    store.settle(tx, Events.ACME, limit);
                    beside.add(other.begins(() -> settledBy(events)));
                };
                if (round < 2) {
                    events.change(first);
                } else {
                    events.rollBack(first);
                }
                assertThat(Outcome.of(beside.getLast()).orFail())
                        .as("beside one with the limit %d, in round %d", limit, round)
                        .isEqualTo(committed);
            }
        }
        assertThat(Events.texts(events, Events.ACME)).isEqualTo(committed);
    }

    /** Four write and four settle, now and then in vain. */
    @Test
    @Promise(9)
    default void ofManyWhoSettleEachEventGetsOnePlace() {
        StoreFixture<EventStore> events = fixture();
        List<Outcome<Integer>> outcomes =
                Race.of(8, runner -> runner % 2 == 0 ? write(events, runner) : settleAgainAndAgain(events, runner));
        int settled = outcomes.stream().mapToInt(Outcome::orFail).sum();

        List<RecordedEvent> log = Events.all(events, Events.ACME);
        assertThat(log).as("seed %d", Seed.value()).doesNotHaveDuplicates().hasSize(4 * 15 * 2);
        assertThat(settled).isLessThanOrEqualTo(log.size());
    }

    /** Of this tenant, and of nothing that is still open or was rolled back. */
    @Test
    @Promise(10)
    default void isSettledTellsWhetherWhatIsCommittedHasItsPlace() {
        StoreFixture<EventStore> events = fixture();
        assertThat(isSettled(events)).as("without any event").isTrue();
        append(events, Events.ACME, "a", "b");
        if (isSettled(events)) {
            assertThat(placed(events)).containsExactly("a", "b");
        }
        events.rollBack((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("1"), "never"));
        append(events, Events.OTHER, "other");
        assertThat(settledBy(events)).containsExactly("a", "b");
        assertThat(isSettled(events)).as("when all have theirs").isTrue();

        try (Companion other = new Companion()) {
            events.change((tx, store) -> {
                Events.append(store, tx, Events.ACME, Events.lane("1"), "c");
                assertThat(other.does(() -> isSettled(events)))
                        .as("beside one that is open")
                        .isTrue();
            });
        }
        if (isSettled(events)) {
            assertThat(placed(events)).containsExactly("a", "b", "c");
        }
        assertThat(settledBy(events)).containsExactly("a", "b", "c");
        assertThat(isSettled(events)).as("when all have theirs").isTrue();
    }

    private static int write(StoreFixture<EventStore> events, int runner) {
        for (int i = 0; i < 15; i++) {
            String text = runner + "-" + i;
            ObjectRef lane = Events.lane(String.valueOf(i % 3));
            events.change((tx, store) -> Events.append(store, tx, Events.ACME, lane, text + "a", text + "b"));
        }
        return 0;
    }

    private static int settleAgainAndAgain(StoreFixture<EventStore> events, int runner) {
        SplittableRandom random = new SplittableRandom(Seed.value() + runner);
        int settled = 0;
        for (int i = 0; i < 15; i++) {
            int limit = 1 + random.nextInt(7);
            if (random.nextInt(4) == 0) {
                events.rollBack((tx, store) -> store.settle(tx, Events.ACME, limit));
            } else {
                settled += settle(events, limit);
            }
        }
        return settled;
    }

    private static void append(StoreFixture<EventStore> events, TenantId tenant, String... texts) {
        events.change((tx, store) -> Events.append(store, tx, tenant, Events.lane("1"), texts));
    }

    private static int settle(StoreFixture<EventStore> events, int limit) {
        return events.write((tx, store) -> store.settle(tx, Events.ACME, limit));
    }

    private static List<String> settledBy(StoreFixture<EventStore> events) {
        Events.settle(events, Events.ACME);
        return placed(events);
    }

    private static boolean isSettled(StoreFixture<EventStore> events) {
        return events.read((tx, store) -> store.isSettled(tx, Events.ACME));
    }

    private static List<String> placed(StoreFixture<EventStore> events) {
        return Events.placed(events, Events.ACME);
    }

    /** Of this lane and tenant alone, whatever the limit, and of the rest what was not removed. */
    @Test
    @Promise(11)
    default void aLaneIsReadByItsNumbers() {
        StoreFixture<EventStore> events = fixture();
        LogPosition third = Events.commit(events, "a", "b", "c");
        events.change((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("2"), "elsewhere"));
        Events.commit(events, Events.OTHER, "another's");
        Events.commit(events, "d", "e");
        assertThat(lane(events, 0, 100)).containsExactly("a", "b", "c", "d", "e");
        assertThat(lane(events, 1, 2)).containsExactly("b", "c");
        assertThat(lane(events, 4, 2)).containsExactly("e");
        assertThat(lane(events, 5, 2)).isEmpty();
        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, third));
        assertThat(lane(events, 0, 100)).containsExactly("d", "e");
    }

    /** What has no place yet may be missing, but nothing before what is there. */
    @Test
    @Promise(11)
    default void whatHasItsPlaceIsReadByItsLane() {
        StoreFixture<EventStore> events = fixture();
        events.change((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("1"), "a", "b"));
        events.rollBack((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("1"), "never"));
        assertThat(lane(events, 0, 100)).isEqualTo(Events.placed(events, Events.ACME));
        Events.settle(events, Events.ACME);
        assertThat(lane(events, 0, 100)).containsExactly("a", "b");
    }

    private static List<String> lane(StoreFixture<EventStore> events, long after, int limit) {
        return Events.texts(
                events.read((tx, store) -> store.readLane(tx, Events.ACME, Events.lane("1"), after, limit)));
    }
}
