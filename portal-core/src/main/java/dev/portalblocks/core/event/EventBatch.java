// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import java.util.List;

/**
 * A part of a tenant's log as a reader gets it.
 *
 * @param events in the order of the log
 * @param upTo where the reader stands when it has taken them
 */
public record EventBatch(List<PortalEvent<?>> events, LogPosition upTo) {
    /** Copies the events. */
    public EventBatch {
        events = List.copyOf(events);
    }
}
