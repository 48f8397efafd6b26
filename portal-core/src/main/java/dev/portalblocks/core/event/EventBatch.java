// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import java.util.List;

/**
 * A part of a tenant's log.
 *
 * @param events in commit order
 * @param upTo where the reader stands when it has taken them
 * @param isIncomplete whether the reader can't go on: events between its position and the first of these are no longer
 *     kept, or its position is none of this log's
 */
public record EventBatch(List<PortalEvent<?>> events, LogPosition upTo, boolean isIncomplete) {
    /** Copies the events. */
    public EventBatch {
        events = List.copyOf(events);
    }
}
