// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.UntypedData;
import dev.portalblocks.core.model.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kinds of events that the blocks of a portal know: turns the record of an event into the text that a store keeps, and
 * the text back into its record.
 *
 * <p>Thread-safe.
 */
public final class EventTypes {
    private static final Logger LOG = LoggerFactory.getLogger(EventTypes.class);

    private final Map<String, EventType<?>> known = new ConcurrentHashMap<>();
    private final OnFirstUse<ObjectMapper> mapper = new OnFirstUse<>(EventTypes::mapper);

    /** Begins without any. */
    public EventTypes() {}

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * Takes in kinds of events; one that is known already changes nothing.
     *
     * @throws IllegalStateException if one's name is known with another record; then none of them is taken in
     */
    public void register(Collection<EventType<?>> types) {
        synchronized (known) {
            Map<String, EventType<?>> all = new HashMap<>(known);
            types.forEach(type -> requireSameRecord(all.putIfAbsent(type.name(), type), type));
            known.putAll(all);
        }
    }

    /**
     * Returns the event as a store keeps it.
     *
     * @throws IllegalStateException if its type is not registered with its record, or the record can't be written
     */
    public RecordedEvent record(PortalEvent<?> event) {
        EventType<?> type = known.get(event.type());
        if (type == null || type.data() != event.data().getClass()) {
            throw new IllegalStateException("No block registered the event type " + event.type() + " with "
                    + event.data().getClass().getName() + ": add it to its block's contribution");
        }
        return new RecordedEvent(
                event.id(),
                event.source(),
                event.type(),
                event.time(),
                event.subject(),
                event.tenant(),
                event.lane(),
                event.sequence(),
                text(event.data()));
    }

    /**
     * Returns the event with its record. What the record does not know of is left out; {@link UntypedData} stands in where
     * the type is not registered or the text is not that of its record.
     */
    public PortalEvent<?> restore(RecordedEvent event) {
        EventType<?> type = known.get(event.type());
        @Nullable Record data = type == null ? null : data(event, type);
        return restored(event, data == null ? new UntypedData(event.data()) : data);
    }

    private static <D extends Record> PortalEvent<D> restored(RecordedEvent event, D data) {
        return new PortalEvent<>(
                event.id(),
                event.source(),
                event.type(),
                event.time(),
                event.subject(),
                event.tenant(),
                event.lane(),
                event.sequence(),
                data);
    }

    private static void requireSameRecord(@Nullable EventType<?> before, EventType<?> type) {
        if (before != null && before.data() != type.data()) {
            throw new IllegalStateException("Two records under the event type " + type.name() + ": "
                    + before.data().getName() + " and " + type.data().getName());
        }
    }

    private String text(Record data) {
        try {
            return mapper.get().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not the data of an event: " + data.getClass().getName(), e);
        }
    }

    /** The exception is not logged, as its message quotes the text. */
    private @Nullable Record data(RecordedEvent event, EventType<?> type) {
        try {
            Record data = mapper.get().readValue(event.data(), type.data());
            if (data != null) {
                return data;
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // said below
        }
        LOG.warn(
                "Data of event {} of tenant {} is not a {}; it is handed on as text",
                event.id(),
                event.tenant(),
                type.name());
        return null;
    }
}
