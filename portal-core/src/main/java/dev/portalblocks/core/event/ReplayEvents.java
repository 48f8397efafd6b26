// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Delivers a tenant's events to a subscriber once more, from a point in the log on, with the same ids and numbers.
 *
 * @param subscription the subscriber's name
 * @param since from the first event in the log on that is not from before; null for no such limit
 * @param event from this event on; null for no such limit
 */
public record ReplayEvents(
        @NotNull @Size(min = 1, max = 100) String subscription,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant since,

        @Nullable UUID event) {
    /** Returns the command for all events that are kept. */
    public static ReplayEvents all(String subscription) {
        return new ReplayEvents(subscription, null, null);
    }

    /** Returns the command for the events from a time on. */
    public static ReplayEvents since(String subscription, Instant time) {
        return new ReplayEvents(subscription, time, null);
    }

    /** Returns the command for an event and those behind it. */
    public static ReplayEvents from(String subscription, UUID event) {
        return new ReplayEvents(subscription, null, event);
    }

    /** Returns whether the replay begins with this event, if with none before it. */
    public boolean beginsWith(RecordedEvent next) {
        boolean isLate = since == null || !next.time().isBefore(since.truncatedTo(ChronoUnit.MICROS));
        return isLate && (event == null || next.id().equals(event));
    }
}
