// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

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
    // a lambda: naming the constructor would load what it makes
    private final OnFirstUse<EventJson> json = new OnFirstUse<>(() -> new EventJson());

    /** Begins without any. */
    public EventTypes() {}

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
                type.isWithdrawal(),
                json.get().text(event.data()));
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

    private @Nullable Record data(RecordedEvent event, EventType<?> type) {
        Record data = json.get().record(event.data(), type.data());
        if (data == null) {
            LOG.warn(
                    "Data of event {} of tenant {} is not a {}; it is handed on as text",
                    event.id(),
                    event.tenant(),
                    type.name());
        }
        return data;
    }
}
