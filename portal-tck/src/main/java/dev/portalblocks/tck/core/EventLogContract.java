// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 2, 3 and 8 of {@link EventStore}, about what the log holds; part of {@link EventStoreContract}. */
@ContractOf(EventStore.class)
public interface EventLogContract {
    /** Returns a store without events and its domain; asked once, at the beginning of each test. */
    StoreFixture<EventStore> fixture();

    /** With awkward texts and times, and the data spelt as they were. */
    @Test
    @Promise(2)
    default void anEventComesBackWithAllItsParts() {
        StoreFixture<EventStore> events = fixture();
        List<RecordedEvent> written = new ArrayList<>();
        for (String text : Awkward.texts()) {
            int number = written.size();
            Instant time = Awkward.instants().get(number % Awkward.instants().size());
            ObjectRef lane = ObjectRef.of(
                    "customer",
                    Awkward.identifiers().get(number % Awkward.identifiers().size()));
            written.add(Events.at(time, Events.ACME, lane, Long.MAX_VALUE - number, text));
        }
        RecordedEvent plain = Events.event(Events.ACME, Events.lane("spelling"), 1, "");
        written.add(Events.withData(plain, "{ \"b\":1.0,\t\"a\": \"\\u00fc\\/\", \"b\":[ ] }\n"));
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
    default void whatGetsItsPlaceLaterStandsLater() {
        StoreFixture<EventStore> events = fixture();
        List<String> texts = new ArrayList<>();
        for (int commit = 0; commit < 12; commit++) {
            String text = "commit " + commit;
            ObjectRef lane = Events.lane(String.valueOf(commit * 7 % 5));
            Instant time = Events.NOON.minusSeconds(2L * commit);
            long other = commit + 1L;
            events.change((tx, store) -> {
                long first = store.nextSequence(tx, Events.ACME, lane);
                long second = store.nextSequence(tx, Events.ACME, lane);
                store.append(tx, Events.at(time, Events.ACME, lane, first, text + " first"));
                store.append(tx, Events.at(time.minusSeconds(1), Events.ACME, lane, second, text + " second"));
                store.append(tx, Events.event(Events.OTHER, lane, other, "another's " + other));
            });
            Events.settle(events, Events.ACME);
            texts.addAll(List.of(text + " first", text + " second"));
        }
        assertThat(Events.texts(events, Events.ACME)).isEqualTo(texts);
        assertThat(Events.texts(events, Events.OTHER)).hasSize(12).allMatch(text -> text.startsWith("another's "));
    }

    /** However many get their places at once, and whatever is committed in between. */
    @Test
    @Promise(3)
    default void eachLaneKeepsItsSequence() {
        StoreFixture<EventStore> events = fixture();
        SplittableRandom random = Seed.random();
        for (int commit = 0; commit < 40; commit++) {
            String text = String.valueOf(commit);
            ObjectRef lane = Events.lane(String.valueOf(random.nextInt(3)));
            events.change((tx, store) -> Events.append(store, tx, Events.ACME, lane, text + "a", text + "b"));
            int limit = 1 + random.nextInt(3);
            events.change((tx, store) -> store.settle(tx, Events.ACME, limit));
        }
        Map<ObjectRef, Long> last = new HashMap<>();
        for (RecordedEvent event : Events.all(events, Events.ACME)) {
            long before = last.getOrDefault(event.lane(), 0L);
            assertThat(event.sequence())
                    .as("what follows %d in %s, seed %d", before, event.lane(), Seed.value())
                    .isEqualTo(before + 1);
            last.put(event.lane(), event.sequence());
        }
        assertThat(last.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(80);
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
                EventSlice slice = Events.read(events, Events.ACME, positions.get(from), limit);
                int to = Math.min(texts.size(), from + limit);
                assertThat(Events.texts(slice.events()))
                        .as("%d behind the event %d", limit, from)
                        .isEqualTo(texts.subList(from, to));
                assertThat(slice.isIncomplete()).isFalse();
            }
        }
    }
}
