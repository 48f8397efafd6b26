// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.UntypedData;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.EventTypes;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who follows a log whose places are given after the commit sees to it that they are given. */
class FollowerSettlesTest {
    private final Memory memory = new Memory();
    private final CoreStorage memoryStorage = MemoryCoreStorage.in(memory);
    private final Deque<StorageFailure> failures = new ArrayDeque<>();
    private final LateEventStore events = new Faltering();
    private final Shelf shelf = new Shelf();
    private final LogFollower follower =
            new LogFollower(storage(), new EventTypes(), shelf, InstantSource.fixed(Instant.EPOCH));

    private int calls;

    /** Fails to settle as often as it is told to. */
    private final class Faltering extends LateEventStore {
        Faltering() {
            super(FollowerSettlesTest.this.memory);
        }

        @Override
        public int settle(Tx tx, TenantId tenant, int limit) {
            calls++;
            int settled = super.settle(tx, tenant, limit);
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            return settled;
        }
    }

    /** Remembers what it took. */
    private static final class Shelf implements LogReader {
        private final List<String> taken = new ArrayList<>();
        private final List<LogPosition> rebuilt = new ArrayList<>();
        private Optional<LogPosition> position = Optional.of(LogPosition.START);

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return position;
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            batch.events().stream().map(PortalEvent::data).forEach(data -> taken.add(((UntypedData) data).json()));
            position = Optional.of(batch.upTo());
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            rebuilt.add(at);
            position = Optional.of(at);
        }
    }

    /** More than it gives places to at once, and a number that batches divide. */
    @Test
    void whatIsCommittedGetsItsPlaceAndIsTaken() {
        List<String> texts = IntStream.range(0, 1_500).mapToObj(String::valueOf).toList();
        append(texts.toArray(String[]::new));
        follower.follow(Events.ACME);
        assertThat(shelf.taken)
                .isEqualTo(texts.stream().map(FollowerSettlesTest::data).toList());
        int before = calls;
        follower.follow(Events.ACME);
        assertThat(calls).as("where all have their places nothing is written").isEqualTo(before);
        assertThat(shelf.rebuilt).isEmpty();
    }

    @Test
    void aTenantWhoseEventsAllWaitIsFollowed() {
        append("a");
        follower.followAll();
        assertThat(shelf.taken).containsExactly(data("a"));
    }

    /** It holds what they did, and would take them a second time. */
    @Test
    void whatIsCommittedBeforeARebuildDoesNotComeAgain() {
        append("a", "b");
        shelf.position = Optional.empty();
        follower.follow(Events.ACME);
        assertThat(shelf.rebuilt).hasSize(1);
        append("c");
        follower.follow(Events.ACME);
        assertThat(shelf.taken).containsExactly(data("c"));
    }

    @Test
    void aDeadlockIsTriedAgainOnce() {
        append("a");
        failures.add(new StorageFailure("storage.deadlock", true, null));
        follower.follow(Events.ACME);
        assertThat(shelf.taken).containsExactly(data("a"));
    }

    @Test
    void whatFailsTwiceIsLeftForTheNextCall() {
        append("a");
        failures.add(new StorageFailure("storage.deadlock", true, null));
        failures.add(new StorageFailure("storage.lock-timeout", true, null));
        assertThatThrownBy(() -> follower.follow(Events.ACME))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("storage.lock-timeout");
        assertThat(shelf.taken).isEmpty();
        follower.follow(Events.ACME);
        assertThat(shelf.taken).containsExactly(data("a"));
    }

    @Test
    void whatARepeatCannotHelpIsNotTriedAgain() {
        append("a");
        failures.add(new StorageFailure("storage.broken", false, null));
        assertThatThrownBy(() -> follower.follow(Events.ACME)).isInstanceOf(StorageFailure.class);
        assertThat(calls).isEqualTo(1);
    }

    /** Else a reader could take what is taken back, and stand in a log that never was. */
    @Test
    void aLogIsNotFollowedInsideOfAHostsTransaction() {
        append("a");
        List<Runnable> ways = List.of(() -> follower.follow(Events.ACME), follower::followAll);
        for (Runnable way : ways) {
            assertThatThrownBy(() -> memory.write(tx -> memory.joining(tx, () -> {
                        way.run();
                        return true;
                    })))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the application's transaction");
        }
        assertThat(events.fixture().<Boolean>read((tx, store) -> store.isSettled(tx, Events.ACME)))
                .isFalse();
        assertThat(shelf.taken).isEmpty();
        follower.followAll();
        assertThat(shelf.taken).containsExactly(data("a"));
    }

    private CoreStorage storage() {
        return (CoreStorage) Proxy.newProxyInstance(
                CoreStorage.class.getClassLoader(),
                new Class<?>[] {CoreStorage.class},
                (proxy, method, arguments) ->
                        method.getName().equals("events") ? events : method.invoke(memoryStorage, arguments));
    }

    private void append(String... texts) {
        events.fixture().change((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("1"), texts));
    }

    private static String data(String text) {
        return Events.event(Events.ACME, Events.lane("1"), 1, text).data();
    }
}
