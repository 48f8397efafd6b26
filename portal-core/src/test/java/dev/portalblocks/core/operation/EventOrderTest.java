// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.ObjectRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventOrderTest {
    private final Workshop workshop = new Workshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    /** Each operation emits into two lanes, in either order; every fifth one fails. */
    @Test
    void sixteenThreadsLeaveNoGapsInAnyLane() throws Exception {
        long seed = Long.getLong("portal.seed", 4711);
        int written = Threads.race(16, number -> write(new Random(seed + number))).stream()
                .mapToInt(Integer::intValue)
                .sum();

        Map<ObjectRef, Long> last = new HashMap<>();
        for (PortalEvent<?> event : workshop.events()) {
            long before = last.getOrDefault(event.lane(), 0L);
            assertThat(event.sequence())
                    .as("what follows %d in %s (-Dportal.seed=%d)", before, event.lane(), seed)
                    .isEqualTo(before + 1);
            last.put(event.lane(), event.sequence());
        }
        assertThat(last.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2L * written);
        assertThat(workshop.audit()).hasSize(written);
    }

    @Test
    void eventsOfOneOperationKeepTheirOrder() {
        workshop.perform(EDITOR, "text", context -> {
            for (String lane : new String[] {"b", "a", "b"}) {
                context.emit(
                        Workshop.WRITTEN,
                        ObjectRef.of("note", "1"),
                        ObjectRef.of("lane", lane),
                        new Workshop.Written(lane));
            }
            return true;
        });
        assertThat(workshop.events().stream().map(event -> event.lane() + " " + event.sequence()))
                .containsExactly("lane:b 1", "lane:a 1", "lane:b 2");
    }

    private int write(Random random) {
        int written = 0;
        for (int i = 0; i < 30; i++) {
            int lane = random.nextInt(3);
            boolean fails = random.nextInt(5) == 0;
            try {
                workshop.perform(EDITOR, "text", context -> {
                    emit(context, lane);
                    emit(context, (lane + 1) % 3);
                    if (fails) {
                        throw new IllegalStateException("test");
                    }
                    return true;
                });
                written++;
            } catch (IllegalStateException e) {
                assertThat(fails).isTrue();
            }
        }
        return written;
    }

    private static void emit(OperationContext context, int lane) {
        context.emit(
                Workshop.WRITTEN, ObjectRef.of("note", "1"), ObjectRef.of("lane", lane), new Workshop.Written("text"));
    }
}
