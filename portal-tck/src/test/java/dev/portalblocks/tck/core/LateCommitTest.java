// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.memory.MemoryEventStore;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two transactions and a reader, always in the same order: the first appends, the second appends and commits, the reader
 * reads and keeps its position, the first commits, the reader reads on.
 */
class LateCommitTest {
    private final Memory memory = new Memory();

    @Test
    void whoNumbersBeforeTheCommitLosesTheEventThatCommittedLate() {
        assertThat(seenByAReader(new PlainSequenceStore(memory).fixture())).containsExactly("before", "second");
    }

    @Test
    void whoGivesPlacesInTheOrderOfCommitsLosesNothing() {
        StoreFixture<EventStore> events = new StoreFixture<>(memory, new MemoryEventStore(memory));
        assertThat(seenByAReader(events)).containsExactly("before", "second", "first");
    }

    @Test
    void whoGivesPlacesAfterTheCommitLosesNothing() {
        assertThat(seenByAReader(new LateEventStore(memory).fixture())).containsExactly("before", "second", "first");
    }

    private static List<String> seenByAReader(StoreFixture<EventStore> events) {
        Events.commit(events, "before");
        List<String> seen = new ArrayList<>();
        LogPosition position;
        try (Companion second = new Companion();
                Companion reader = new Companion()) {
            position = events.write((tx, store) -> {
                Events.append(store, tx, Events.ACME, Events.lane("first"), "first");
                second.does(() ->
                        events.write((t, s) -> Events.append(s, t, Events.ACME, Events.lane("second"), "second")));
                return reader.does(() -> readOn(events, LogPosition.START, seen));
            });
        }
        readOn(events, position, seen);
        return seen;
    }

    private static LogPosition readOn(StoreFixture<EventStore> events, LogPosition from, List<String> seen) {
        Events.settle(events, Events.ACME);
        EventSlice slice = Events.read(events, Events.ACME, from, 100);
        seen.addAll(Events.texts(slice.events()));
        return slice.upTo();
    }
}
