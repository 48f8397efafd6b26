// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import java.util.List;

/**
 * A part of a tenant's log as a store returns it.
 *
 * @param events in the order of the log
 * @param upTo where a reader stands when it has taken them
 * @param isIncomplete whether the reader can't go on: events between its position and the first of these are no longer
 *     kept, or its position is none of this log's
 */
public record EventSlice(List<RecordedEvent> events, LogPosition upTo, boolean isIncomplete) {
    /** Copies the events. */
    public EventSlice {
        events = List.copyOf(events);
    }
}
