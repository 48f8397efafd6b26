// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventTypes;
import dev.portalblocks.tck.Seed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data of every kind of event of ours become text and come back equal. */
class EveryEventComesBackTest {
    private static final int SAMPLES = 50;
    private static final ObjectRef LANE = ObjectRef.of("lane", "1");

    private final EventTypes known = new EventTypes();

    static List<EventType<?>> types() {
        return PublicRecords.ofOurModules().stream()
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> field.getType() == EventType.class)
                .<EventType<?>>map(field -> {
                    try {
                        return (EventType<?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void everyBlockIsRead() {
        assertThat(types().stream().map(type -> type.name().split("\\.", 3)[1]).distinct())
                .containsExactlyInAnyOrder(
                        "profile", "kb", "faq", "synonyms", "messaging", "docs", "mandates", "contact");
    }

    @ParameterizedTest
    @MethodSource("types")
    void dataComesBackEqual(EventType<?> type) {
        known.register(List.of(type));
        Samples samples = new Samples(Seed.value(), List.of());
        Stream.generate(() -> samples.next(type.data()).value()).limit(SAMPLES).forEach(data -> {
            PortalEvent<?> event = event(type, data);
            assertThat(known.restore(known.record(event)))
                    .as("seed %d", Seed.value())
                    .isEqualTo(event);
        });
    }

    private static PortalEvent<?> event(EventType<?> type, Record data) {
        return new PortalEvent<>(
                new UUID(1, 2), "urn:test", type.name(), Instant.EPOCH, LANE, TenantId.of("acme"), LANE, 1, data);
    }
}
