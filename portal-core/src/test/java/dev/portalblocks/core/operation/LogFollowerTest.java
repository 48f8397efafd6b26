// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.ACME;
import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
    private final Workshop workshop = new Workshop();
    private final Shelf shelf = new Shelf();
    private final LogFollower follower = new LogFollower(workshop.storage, workshop.types, shelf, workshop.clock);

    /** Remembers what it took. */
    private static final class Shelf implements LogReader {
        final Map<TenantId, LogPosition> positions = new ConcurrentHashMap<>();
        final List<UUID> taken = Collections.synchronizedList(new ArrayList<>());
        final List<TenantId> rebuilt = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger inside = new AtomicInteger();
        volatile boolean wasCrowded;

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return Optional.ofNullable(positions.get(tenant));
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            wasCrowded |= inside.incrementAndGet() > 1;
            batch.events().forEach(event -> taken.add(event.id()));
            positions.put(tenant, batch.upTo());
            inside.decrementAndGet();
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            rebuilt.add(tenant);
            positions.put(tenant, at);
        }
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aReaderThatHoldsNothingIsRebuilt() {
        write(3);
        follower.follow(ACME);
        assertThat(shelf.rebuilt).containsExactly(ACME);
        assertThat(shelf.taken).isEmpty();
        follower.follow(ACME);
        assertThat(shelf.rebuilt).as("once").hasSize(1);
    }

    @Test
    void aReaderTakesEachEventOnce() {
        shelf.positions.put(ACME, LogPosition.START);
        write(7);
        follower.follow(ACME);
        write(2);
        follower.follow(ACME);
        follower.follow(ACME);
        assertThat(shelf.taken).isEqualTo(ids());
        assertThat(shelf.rebuilt).isEmpty();
    }

    /** More than the follower reads at once. */
    @Test
    void aLargeCommitIsTakenWhole() {
        shelf.positions.put(ACME, LogPosition.START);
        workshop.perform(EDITOR, "text", context -> {
            IntStream.range(0, 1_234)
                    .forEach(number ->
                            context.emit(Workshop.WRITTEN, ObjectRef.of("note", number), new Workshop.Written("text")));
            return true;
        });
        follower.follow(ACME);
        assertThat(shelf.taken).hasSize(1_234).isEqualTo(ids());
    }

    @Test
    void aReaderThatIsTooFarBehindIsRebuilt() {
        shelf.positions.put(ACME, LogPosition.START);
        write(3);
        follower.follow(ACME);
        LogPosition stale = shelf.positions.get(ACME);
        write(3);
        LogPosition end = workshop.memory.read(tx -> workshop.storage.events().end(tx, ACME));
        workshop.memory.write(tx -> {
            workshop.storage.events().removeUpTo(tx, ACME, end);
            return true;
        });
        write(1);
        assertThat(stale).isLessThan(end);
        follower.follow(ACME);
        assertThat(shelf.rebuilt).containsExactly(ACME);
        write(1);
        follower.follow(ACME);
        assertThat(shelf.rebuilt).as("and goes on from there").hasSize(1);
        assertThat(shelf.taken.get(shelf.taken.size() - 1)).isEqualTo(last(ids()));
    }

    @Test
    void allTenantsAreFollowed() {
        TenantId other = TenantId.of("other");
        shelf.positions.put(ACME, LogPosition.START);
        shelf.positions.put(other, LogPosition.START);
        write(2);
        workshop.write(Actor.agent(other, "e", "editor"), "text", "1");
        follower.followAll();
        assertThat(shelf.taken).hasSize(3);
    }

    @Test
    void ofTwoThreadsOneWorks() throws Exception {
        shelf.positions.put(ACME, LogPosition.START);
        Threads.race(4, number -> {
            for (int i = 0; i < 50; i++) {
                if (number < 2) {
                    write(1);
                }
                follower.follow(ACME);
            }
            return true;
        });
        follower.follow(ACME);
        assertThat(shelf.wasCrowded).isFalse();
        assertThat(shelf.taken).isEqualTo(ids());
    }

    private void write(int count) {
        IntStream.range(0, count).forEach(number -> workshop.write(EDITOR, "note", "1"));
    }

    private List<UUID> ids() {
        return workshop.events().stream().<UUID>map(PortalEvent::id).toList();
    }

    private static UUID last(List<UUID> ids) {
        return ids.get(ids.size() - 1);
    }
}
