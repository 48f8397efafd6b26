// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 4 to 7 of {@link EventStore}, about those who follow the log; part of {@link EventStoreContract}. */
@ContractOf(EventStore.class)
public interface EventReaderContract {
    /** Returns a store without events and its domain; asked once, at the beginning of each test. */
    StoreFixture<EventStore> fixture();

    /** Also where a commit has more events than a slice. */
    @Test
    @Promise(4)
    default void aReaderSeesEachEventOnceWhateverTheSizeOfABatch() {
        StoreFixture<EventStore> events = fixture();
        Events.commit(events, "0", "1", "2", "3", "4");
        Events.commit(events, "5");
        Events.commit(events, "6", "7", "8");
        List<String> all = IntStream.range(0, 9).mapToObj(String::valueOf).toList();
        for (int limit = 1; limit < 11; limit++) {
            assertThat(Events.texts(Events.follow(events, Events.ACME, LogPosition.START, limit)))
                    .as("batches of %d", limit)
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    /** The one that commits later comes later, or both come when it has committed. */
    @Test
    @Promise(4)
    default void whatIsOpenWhileOthersGetTheirPlacesIsSeenLater() {
        StoreFixture<EventStore> events = fixture();
        Events.commit(events, "before"); // a tenant's first event may lock more than those that follow
        List<RecordedEvent> seen = new ArrayList<>();
        Deque<LogPosition> position = new ArrayDeque<>();
        try (Companion other = new Companion();
                Companion reader = new Companion()) {
            Future<Boolean> second = events.write((tx, store) -> {
                Events.append(store, tx, Events.ACME, Events.lane("2"), "begun first");
                Future<Boolean> begun = other.begins(() ->
                        events.write((t, s) -> Events.append(s, t, Events.ACME, Events.lane("3"), "begun second") > 0));
                EventSlice slice = reader.does(() -> {
                    Events.settle(events, Events.ACME);
                    return Events.read(events, Events.ACME, LogPosition.START, 100);
                });
                assertThat(Events.texts(slice.events())).doesNotContain("begun first");
                seen.addAll(slice.events());
                position.add(slice.upTo());
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).isTrue();
        }
        seen.addAll(Events.follow(events, Events.ACME, position.getLast(), 100));
        assertThat(Events.texts(seen)).containsExactlyInAnyOrder("before", "begun first", "begun second");
        assertThat(Events.all(events, Events.ACME)).isEqualTo(seen);
    }

    /** While seven write, now and then more than the reader takes at once, and now and then in vain. */
    @Test
    @Promise(4)
    default void aReaderBesideManyWritersSeesEachEventOnce() {
        StoreFixture<EventStore> events = fixture();
        AtomicInteger writing = new AtomicInteger(7);
        List<RecordedEvent> seen = new ArrayList<>();
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> {
            if (runner == 0) {
                return follow(events, writing, seen);
            }
            try {
                return write(events, runner);
            } finally {
                writing.decrementAndGet();
            }
        });
        outcomes.forEach(Outcome::orFail);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Events.all(events, Events.ACME));
    }

    /** Of each tenant its own, and of nothing that is not committed. */
    @Test
    @Promise(5)
    default void endIsBehindTheLastCommittedEvent() {
        StoreFixture<EventStore> events = fixture();
        assertThat(after(events, Events.ACME, end(events, Events.ACME))).isEmpty();
        LogPosition beforeAll = end(events, Events.ACME);
        LogPosition behindFirst = Events.commit(events, "a", "b");
        assertThat(end(events, Events.ACME)).isEqualTo(behindFirst);
        assertThat(after(events, Events.ACME, beforeAll)).containsExactly("a", "b");
        Events.commit(events, Events.OTHER, "c");
        assertThat(end(events, Events.ACME)).isEqualTo(behindFirst);

        try (Companion other = new Companion()) {
            events.change((tx, store) -> {
                Events.append(store, tx, Events.ACME, Events.lane("1"), "d");
                assertThat(other.does(() -> end(events, Events.ACME))).isEqualTo(behindFirst);
            });
        }
        Events.settle(events, Events.ACME);
        assertThat(end(events, Events.ACME)).isGreaterThan(behindFirst);
        assertThat(after(events, Events.ACME, behindFirst)).containsExactly("d");
        assertThat(after(events, Events.ACME, end(events, Events.ACME))).isEmpty();
    }

    /** From there a reader misses nothing, and sees all that comes. */
    @Test
    @Promise(5)
    default void whereNothingIsLeftTheEndIsBehindWhatWasRemoved() {
        StoreFixture<EventStore> events = fixture();
        LogPosition last = Events.commit(events, "a", "b");
        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, last));
        LogPosition end = end(events, Events.ACME);
        assertThat(isIncomplete(events, Events.ACME, end)).isFalse();
        Events.commit(events, "c");
        assertThat(isIncomplete(events, Events.ACME, end)).isFalse();
        assertThat(after(events, Events.ACME, end)).containsExactly("c");
    }

    /** Also up to a position in the middle of a commit; and who has not read them is told. */
    @Test
    @Promise(6)
    default void removedEventsAreGoneAndAreMissed() {
        StoreFixture<EventStore> events = fixture();
        LogPosition first = Events.commit(events, "a");
        LogPosition whole = Events.commit(events, "b", "c", "d");
        LogPosition amid = Events.read(events, Events.ACME, first, 1).upTo();
        Events.commit(events, "e");
        Events.commit(events, Events.OTHER, "f");

        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, amid));

        assertThat(Events.texts(events, Events.ACME)).containsExactly("c", "d", "e");
        assertThat(Events.texts(events, Events.OTHER)).containsExactly("f");
        assertThat(isIncomplete(events, Events.ACME, LogPosition.START)).isTrue();
        assertThat(isIncomplete(events, Events.ACME, first)).isTrue();
        assertThat(isIncomplete(events, Events.ACME, amid)).isFalse();
        assertThat(isIncomplete(events, Events.ACME, whole)).isFalse();
        assertThat(isIncomplete(events, Events.OTHER, LogPosition.START)).isFalse();
    }

    /** Who has read them misses nothing, nor does anybody when they are back. */
    @Test
    @Promise(6)
    default void whoHasReadWhatWasRemovedGoesOn() {
        StoreFixture<EventStore> events = fixture();
        LogPosition read = Events.commit(events, "a", "b");
        Events.commit(events, "c");

        events.rollBack((tx, store) -> store.removeUpTo(tx, Events.ACME, read));
        assertThat(isIncomplete(events, Events.ACME, LogPosition.START))
                .as("rolled back")
                .isFalse();
        assertThat(Events.texts(events, Events.ACME)).containsExactly("a", "b", "c");

        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, read));
        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, LogPosition.START));
        assertThat(isIncomplete(events, Events.ACME, read)).isFalse();
        assertThat(after(events, Events.ACME, read)).containsExactly("c");
        assertThat(isIncomplete(events, Events.ACME, LogPosition.START)).isTrue();
    }

    /** They get theirs afterwards. */
    @Test
    @Promise(6)
    default void whatHasNoPlaceIsNotRemoved() {
        StoreFixture<EventStore> events = fixture();
        LogPosition last = Events.commit(events, "a");
        events.change((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("1"), "b"));
        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, last));
        assertThat(Events.texts(Events.follow(events, Events.ACME, last, 100))).containsExactly("b");
    }

    /** Page by page; once each, however many events they had. */
    @Test
    @Promise(7)
    default void tenantsAreListedInTheOrderOfTheirIds() {
        StoreFixture<EventStore> events = fixture();
        List<String> names = List.of("b", "B", "a", "Z", "aa", "a-", "10", "9", "\u00E4", "_", "a b");
        for (String text : List.of("first", "second")) {
            names.forEach(name -> Events.commit(events, TenantId.of(name), text));
        }
        List<String> sorted = names.stream().sorted().toList();
        for (int limit : new int[] {1, 2, 11, 100}) {
            assertThat(tenants(events, limit)).as("pages of %d", limit).isEqualTo(sorted);
        }
    }

    /** As soon as it is committed, since who gives places comes to the tenants that are listed. */
    @Test
    @Promise(7)
    default void whoseEventsHaveNoPlaceIsListed() {
        StoreFixture<EventStore> events = fixture();
        Events.commit(events, TenantId.of("b"), "event");
        for (String name : List.of("a", "b", "c")) {
            TenantId tenant = TenantId.of(name);
            events.change((tx, store) -> Events.append(store, tx, tenant, Events.lane("2"), "event"));
        }
        assertThat(tenants(events, 2)).containsExactly("a", "b", "c");
    }

    /** But not who never had one: whose transaction was rolled back, who only took a number. */
    @Test
    @Promise(7)
    default void whoEverHadAnEventIsListed() {
        StoreFixture<EventStore> events = fixture();
        Awkward.identifiers().forEach(name -> Events.commit(events, TenantId.of(name), "event"));
        LogPosition end = Events.commit(events, TenantId.of("old"), "event");
        events.change((tx, store) -> store.removeUpTo(tx, TenantId.of("old"), end));
        events.rollBack((tx, store) -> Events.append(store, tx, TenantId.of("never"), Events.lane("1"), "event"));

        List<String> expected = new ArrayList<>(Awkward.identifiers());
        expected.add("old");
        assertThat(tenants(events, 7)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean write(StoreFixture<EventStore> events, int runner) {
        SplittableRandom random = new SplittableRandom(Seed.value() + runner);
        for (int i = 0; i < 20; i++) {
            String text = runner + "-" + i + "-";
            String[] texts = IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(n -> text + n)
                    .toArray(String[]::new);
            if (random.nextInt(5) == 0) {
                events.rollBack((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("x"), text));
            }
            events.change((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane(runner % 3 + ""), texts));
        }
        return true;
    }

    private static boolean follow(StoreFixture<EventStore> events, AtomicInteger writing, List<RecordedEvent> seen) {
        LogPosition position = LogPosition.START;
        for (boolean more = true; more; ) {
            boolean mayGrow = writing.get() > 0;
            Events.settle(events, Events.ACME);
            EventSlice slice = Events.read(events, Events.ACME, position, 3);
            seen.addAll(slice.events());
            position = slice.upTo();
            more = mayGrow || !slice.events().isEmpty();
        }
        return true;
    }

    private static LogPosition end(StoreFixture<EventStore> events, TenantId tenant) {
        return events.read((tx, store) -> store.end(tx, tenant));
    }

    private static List<String> after(StoreFixture<EventStore> events, TenantId tenant, LogPosition position) {
        return Events.texts(Events.read(events, tenant, position, 100).events());
    }

    private static boolean isIncomplete(StoreFixture<EventStore> events, TenantId tenant, LogPosition position) {
        return Events.read(events, tenant, position, 100).isIncomplete();
    }

    private static List<String> tenants(StoreFixture<EventStore> events, int limit) {
        List<String> all = new ArrayList<>();
        List<TenantId> some = List.of();
        do {
            String after = all.isEmpty() ? "" : all.get(all.size() - 1);
            boolean mayGoOn = some.size() == limit || all.isEmpty();
            some = events.read((tx, store) -> store.tenants(tx, after, limit));
            assertThat(some)
                    .as("a page of %d behind one that was full: %s", limit, mayGoOn)
                    .hasSizeLessThanOrEqualTo(mayGoOn ? limit : 0);
            some.forEach(tenant -> all.add(tenant.value()));
        } while (!some.isEmpty());
        return all;
    }
}
