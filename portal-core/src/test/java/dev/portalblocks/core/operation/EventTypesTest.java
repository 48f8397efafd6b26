// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.UntypedData;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of an event's data into text and back. */
class EventTypesTest {
    private static final String NAME = "portalblocks.test.moved.v1";
    private static final EventType<Moved> MOVED = new EventType<>(NAME, Moved.class);
    private static final EventType<Other> OTHER = new EventType<>("portalblocks.test.other.v1", Other.class);
    private static final EventType<Other> IMPOSTOR = new EventType<>(NAME, Other.class);
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00.123456Z");
    private static final String TEXT =
            "{\"from\":\"room:1\",\"at\":\"2027-01-01T12:00:00.123456Z\",\"day\":\"2027-01-01\","
                    + "\"took\":\"PT1M30S\",\"steps\":[\"a\"],\"version\":7,\"by\":null}";

    private final EventTypes types = new EventTypes();

    /** The data. */
    public record Moved(
            ObjectRef from,
            Instant at,
            LocalDate day,
            Duration took,
            List<String> steps,
            long version,
            @Nullable String by) {
        /** Refuses the impossible. */
        public Moved {
            steps = List.copyOf(steps);
            if (version < 0) {
                throw new IllegalArgumentException("version");
            }
        }
    }

    /** Other data. */
    public record Other(String text) {}

    @Test
    void dataBecomesPlainJsonAndComesBack() {
        types.register(List.of(MOVED));
        PortalEvent<Moved> event = event(moved());
        RecordedEvent recorded = types.record(event);

        assertThat(recorded.data()).isEqualTo(TEXT);
        assertThat(types.restore(recorded)).isEqualTo(event);
        assertThat(recorded).isEqualTo(recorded(TEXT));
    }

    @Test
    void whatIsNotRegisteredIsNotWritten() {
        types.register(List.of(OTHER));
        assertThatThrownBy(() -> types.record(event(moved())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(NAME);
        types.register(List.of(MOVED));
        assertThatThrownBy(() -> types.record(event(new Other("text"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Other.class.getName());
    }

    @Test
    void twoRecordsUnderOneNameAreRefusedAndNothingOfThemIsTakenIn() {
        types.register(List.of(MOVED));
        types.register(List.of(MOVED));
        assertThatThrownBy(() -> types.register(List.of(OTHER, IMPOSTOR)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(NAME);
        assertThat(types.restore(recorded(TEXT)).data()).isEqualTo(moved());
        PortalEvent<Other> other = new PortalEvent<>(
                new UUID(1, 2), "s", OTHER.name(), NOW, lane(), TenantId.of("acme"), lane(), 1, new Other("text"));
        assertThatThrownBy(() -> types.record(other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoRecordsUnderOneNameAreRefusedInOneCallToo() {
        assertThatThrownBy(() -> types.register(List.of(MOVED, IMPOSTOR))).isInstanceOf(IllegalStateException.class);
        assertThat(types.restore(recorded(TEXT)).data()).isInstanceOf(UntypedData.class);
    }

    /** Its block is not there, or came with another release. */
    @Test
    void anUnknownTypeComesAsText() {
        PortalEvent<?> restored = types.restore(recorded(TEXT));
        assertThat(restored.data()).isEqualTo(new UntypedData(TEXT));
        assertThat(restored.type()).isEqualTo(NAME);
        assertThat(restored.sequence()).isEqualTo(3);
    }

    /** A later release may add what can be null. */
    @Test
    void whatTheRecordDoesNotKnowIsLeftOutAndWhatIsNotToldIsNull() {
        types.register(List.of(MOVED));
        String newer = TEXT.replace("\"by\":null", "\"by\":null,\"colour\":{\"red\":1}");
        String older = TEXT.replace(",\"by\":null", "");
        assertThat(types.restore(recorded(newer)).data()).isEqualTo(moved());
        assertThat(types.restore(recorded(older)).data()).isEqualTo(moved());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{}",
                TEXT + "}",
                "{\"from\":\"room:1\",\"steps\":[],\"at\":\"yesterday\",\"version\":1}",
                "{\"from\":\"nowhere\",\"steps\":[],\"version\":1}",
                "{\"from\":\"room:1\",\"steps\":[],\"version\":-1}",
                "{\"from\":\"room:1\",\"steps\":[]}",
                "{\"from\":\"room:1\",\"steps\":[],\"version\":null}",
                "{\"from\":\"room:1\",\"steps\":[null],\"version\":1}"
            })
    void whatIsNotTheTextOfItsRecordComesAsText(String text) {
        types.register(List.of(MOVED));
        assertThat(types.restore(recorded(text)).data()).isEqualTo(new UntypedData(text));
    }

    private static Moved moved() {
        return new Moved(
                ObjectRef.of("room", 1), NOW, LocalDate.of(2027, 1, 1), Duration.ofSeconds(90), List.of("a"), 7, null);
    }

    private static <D extends Record> PortalEvent<D> event(D data) {
        return new PortalEvent<>(
                new UUID(1, 2), "urn:portalblocks:test", NAME, NOW, lane(), TenantId.of("acme"), lane(), 3, data);
    }

    private static RecordedEvent recorded(String data) {
        return new RecordedEvent(
                new UUID(1, 2),
                "urn:portalblocks:test",
                NAME,
                NOW,
                lane(),
                TenantId.of("acme"),
                lane(),
                3,
                false,
                data);
    }

    private static ObjectRef lane() {
        return ObjectRef.of("lane", "1");
    }
}
