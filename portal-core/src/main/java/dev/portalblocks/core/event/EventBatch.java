// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;
import java.util.List;
import java.util.Set;

/**
 * A part of a tenant's log as a reader gets it.
 *
 * @param events in the order of the log
 * @param withdrawn the subjects of those among them that are withdrawals: objects, and customers with all that is theirs
 * @param upTo where the reader stands when it has taken them
 */
public record EventBatch(List<PortalEvent<?>> events, Set<ObjectRef> withdrawn, LogPosition upTo) {
    /** Copies the events and the set. */
    public EventBatch {
        events = List.copyOf(events);
        withdrawn = Set.copyOf(withdrawn);
    }
}
