// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Promise 1 of {@link EventStore}, about the numbers of a lane; part of {@link EventStoreContract}. */
@ContractOf(EventStore.class)
public interface EventLaneContract {
    /** Returns a store without events and its domain; asked once, at the beginning of each test. */
    StoreFixture<EventStore> fixture();

    /** Over several transactions. */
    @Test
    @Promise(1)
    default void numbersOfALaneBeginWithOneAndHaveNoGaps() {
        StoreFixture<EventStore> events = fixture();
        assertThat(numbers(events, 3)).containsExactly(1L, 2L, 3L);
        assertThat(numbers(events, 1)).containsExactly(4L);
        assertThat(numbers(events, 2)).containsExactly(5L, 6L);
    }

    /** Also to the first of a lane. */
    @Test
    @Promise(1)
    default void aNumberThatWasRolledBackIsGivenAgain() {
        StoreFixture<EventStore> events = fixture();
        events.rollBack((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("1"), "never"));
        assertThat(numbers(events, 1)).containsExactly(1L);
        events.rollBack((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("1"), "never"));
        assertThat(numbers(events, 1)).containsExactly(2L);
    }

    /** The next one then gets the number that follows from how it ended. */
    @Test
    @Promise(1)
    default void aLaneStaysLockedUntilTheTransactionEnds() {
        StoreFixture<EventStore> events = fixture();
        Deque<Future<List<Long>>> next = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            events.change((tx, store) -> {
                store.nextSequence(tx, Events.ACME, Events.lane("1"));
                next.add(other.begins(() -> numbers(events, 1)));
                assertThat(next.getLast())
                        .as("another's number, before the first has ended")
                        .isNotDone();
            });
            assertThat(Outcome.of(next.getLast()).orFail()).containsExactly(2L);
            events.rollBack((tx, store) -> {
                store.nextSequence(tx, Events.ACME, Events.lane("1"));
                next.add(other.begins(() -> numbers(events, 1)));
            });
            assertThat(Outcome.of(next.getLast()).orFail()).containsExactly(3L);
        }
    }

    /** Nor do lanes of one tenant, whatever they are called. */
    @Test
    @Promise(1)
    default void lanesOfDifferentTenantsAreDifferent() {
        StoreFixture<EventStore> events = fixture();
        for (String name : Awkward.identifiers()) {
            ObjectRef customer = ObjectRef.of("customer", name);
            ObjectRef article = ObjectRef.of("article", name);
            List<Long> first = events.write((tx, store) -> List.of(
                    store.nextSequence(tx, Events.ACME, customer),
                    store.nextSequence(tx, Events.ACME, article),
                    store.nextSequence(tx, TenantId.of("tenant " + name), customer)));
            assertThat(first).as(name).containsExactly(1L, 1L, 1L);
        }
    }

    /** Eight write to three lanes, and every fourth transaction is rolled back. */
    @Test
    @Promise(1)
    default void everyNumberIsGivenOnceWithoutGaps() {
        StoreFixture<EventStore> events = fixture();
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> {
            SplittableRandom random = new SplittableRandom(Seed.value() + runner);
            for (int i = 0; i < 25; i++) {
                write(events, random, runner + "-" + i);
            }
            return true;
        });
        outcomes.forEach(Outcome::orFail);

        Map<ObjectRef, List<Long>> numbers = Events.all(events, Events.ACME).stream()
                .collect(Collectors.groupingBy(
                        RecordedEvent::lane, Collectors.mapping(RecordedEvent::sequence, Collectors.toList())));
        assertThat(numbers).hasSize(3);
        numbers.forEach((lane, given) -> assertThat(given)
                .as("numbers of %s", lane)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, given.size()).boxed().toList()));
    }

    private static void write(StoreFixture<EventStore> events, SplittableRandom random, String text) {
        ObjectRef lane = Events.lane(String.valueOf(random.nextInt(3)));
        if (random.nextInt(4) == 0) {
            events.rollBack((tx, store) -> Events.append(store, tx, Events.ACME, lane, text));
        } else {
            events.change((tx, store) -> Events.append(store, tx, Events.ACME, lane, text));
        }
    }

    private static List<Long> numbers(StoreFixture<EventStore> events, int count) {
        return events.write((tx, store) -> IntStream.range(0, count)
                .mapToObj(i -> store.nextSequence(tx, Events.ACME, Events.lane("1")))
                .toList());
    }
}
