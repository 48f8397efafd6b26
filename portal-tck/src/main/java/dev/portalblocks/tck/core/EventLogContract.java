// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 2, 3 and 8 of {@link EventStore}, about what the log holds; part of {@link EventStoreContract}. */
@ContractOf(EventStore.class)
public interface EventLogContract {
    /** Returns a store without events and its domain; asked once, at the beginning of each test. */
    StoreFixture<EventStore> fixture();

    /** With awkward texts and times. */
    @Test
    @Promise(2)
    default void anEventComesBackWithAllItsParts() {
        StoreFixture<EventStore> events = fixture();
        List<PortalEvent<SampleHappened>> written = new ArrayList<>();
        for (String text : Awkward.texts()) {
            int number = written.size();
            Instant time = Awkward.instants().get(number % Awkward.instants().size());
            ObjectRef lane = ObjectRef.of(
                    "customer",
                    Awkward.identifiers().get(number % Awkward.identifiers().size()));
            written.add(Events.at(time, Events.ACME, lane, Long.MAX_VALUE - number, text));
        }
        written.add(Events.at(Events.NOON, Events.ACME, Events.lane("large"), 1, "\u00FC\uD83D\uDE00".repeat(100_000)));
        written.forEach(event -> events.change((tx, store) -> store.append(tx, event)));

        assertThat(Events.all(events, Events.ACME)).containsExactlyInAnyOrderElementsOf(written);
    }

    /** Of the same place with another event, of a place before, amid, between and beyond what there is. */
    @Test
    @Promise(8)
    default void aPositionOfAnotherLogIsIncomplete() {
        StoreFixture<EventStore> events = fixture();
        SplittableRandom random = Seed.random();
        LogPosition empty = new LogPosition(1, 0, Seed.uuid(random));
        assertThat(Events.read(events, Events.ACME, empty, 10).isIncomplete())
                .as("in an empty log")
                .isTrue();
        LogPosition first = Events.commit(events, "a");
        LogPosition amid = Events.commit(events, "b", "c", "d");
        LogPosition last = Events.commit(events, "e");
        for (LogPosition known : List.of(LogPosition.START, first, amid, last)) {
            assertThat(Events.read(events, Events.ACME, known, 10).isIncomplete())
                    .isFalse();
            for (LogPosition other : List.of(
                    new LogPosition(known.commit(), known.offset(), Seed.uuid(random)),
                    new LogPosition(known.commit(), known.offset() + 50, known.event()),
                    new LogPosition(known.commit() + 50, known.offset(), known.event()),
                    new LogPosition(known.commit() + 50, known.offset(), Seed.uuid(random)),
                    new LogPosition(Long.MAX_VALUE, Long.MAX_VALUE, Seed.uuid(random)))) {
                assertThat(Events.read(events, Events.ACME, other, 10).isIncomplete())
                        .as("%s beside %s", other, known)
                        .isTrue();
            }
        }
    }

    /** Also where the place is that of the last event that was removed, or of another tenant's event. */
    @Test
    @Promise(8)
    default void aPositionOfAnotherLogIsIncompleteAmongWhatWasRemoved() {
        StoreFixture<EventStore> events = fixture();
        LogPosition last = Events.commit(events, "a", "b");
        LogPosition ofOther = Events.commit(events, Events.OTHER, "c");
        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, last));
        LogPosition forged = new LogPosition(last.commit(), last.offset(), Seed.uuid(Seed.random()));

        assertThat(Events.read(events, Events.ACME, last, 10).isIncomplete()).isFalse();
        assertThat(Events.read(events, Events.ACME, forged, 10).isIncomplete()).isTrue();
        assertThat(Events.read(events, Events.ACME, ofOther, 10).isIncomplete()).isTrue();
    }

    /** And what was there stays. */
    @Test
    @Promise(2)
    default void aRolledBackTransactionLeavesNoEvent() {
        StoreFixture<EventStore> events = fixture();
        Events.commit(events, "a");
        events.rollBack((tx, store) -> {
            store.append(tx, Events.event(Events.ACME, Events.lane("1"), 2, "never"));
            store.append(tx, Events.event(Events.OTHER, Events.lane("1"), 1, "never"));
        });
        Events.commit(events, "b");
        assertThat(Events.texts(events, Events.ACME)).containsExactly("a", "b");
        assertThat(Events.texts(events, Events.OTHER)).isEmpty();
    }

    /** Not in that of their times, ids or lanes. */
    @Test
    @Promise(3)
    default void eventsAreInTheOrderOfTheirCommits() {
        StoreFixture<EventStore> events = fixture();
        List<String> texts = new ArrayList<>();
        for (int commit = 0; commit < 12; commit++) {
            String text = "commit " + commit;
            ObjectRef lane = Events.lane(String.valueOf(commit * 7 % 5));
            Instant time = Events.NOON.minusSeconds(2L * commit);
            events.change((tx, store) -> {
                store.append(tx, Events.at(time, Events.ACME, lane, 1, text + " first"));
                store.append(tx, Events.at(time.minusSeconds(1), Events.ACME, Events.lane("0"), 2, text + " second"));
                store.append(tx, Events.event(Events.OTHER, lane, 3, "of another tenant"));
            });
            texts.addAll(List.of(text + " first", text + " second"));
        }
        assertThat(Events.texts(events, Events.ACME)).isEqualTo(texts);
        assertThat(Events.texts(events, Events.OTHER)).hasSize(12).containsOnly("of another tenant");
    }

    /** Whoever appended first. */
    @Test
    @Promise(3)
    default void whoCommitsLaterStandsLater() {
        StoreFixture<EventStore> events = fixture();
        Events.commit(events, "before"); // a tenant's first event may lock more than those that follow
        AtomicBoolean secondWasFirst = new AtomicBoolean();
        try (Companion other = new Companion()) {
            Future<Boolean> second = events.write((tx, store) -> {
                Events.append(store, tx, Events.ACME, Events.lane("1"), "begun first");
                Future<Boolean> begun = other.begins(() ->
                        events.write((t, s) -> Events.append(s, t, Events.ACME, Events.lane("2"), "begun second") > 0));
                secondWasFirst.set(begun.isDone());
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).isTrue();
        }
        // A store may let appends of a tenant wait for one another; then the second could not commit before the first.
        assertThat(Events.texts(events, Events.ACME))
                .isEqualTo(
                        secondWasFirst.get()
                                ? List.of("before", "begun second", "begun first")
                                : List.of("before", "begun first", "begun second"));
    }

    /** From every position, with every limit. */
    @Test
    @Promise(3)
    default void readBeginsBehindAPositionAndKeepsItsLimit() {
        StoreFixture<EventStore> events = fixture();
        List<String> texts = IntStream.range(0, 9).mapToObj(String::valueOf).toList();
        List<LogPosition> positions = new ArrayList<>(List.of(LogPosition.START));
        texts.forEach(text -> positions.add(Events.commit(events, text)));

        for (int from = 0; from <= texts.size(); from++) {
            for (int limit = 1; limit <= texts.size() + 1; limit++) {
                EventBatch batch = Events.read(events, Events.ACME, positions.get(from), limit);
                int to = Math.min(texts.size(), from + limit);
                assertThat(Events.texts(batch.events()))
                        .as("%d behind the event %d", limit, from)
                        .isEqualTo(texts.subList(from, to));
                assertThat(batch.isIncomplete()).isFalse();
            }
        }
    }
}
