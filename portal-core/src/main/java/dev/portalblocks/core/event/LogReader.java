// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.TenantId;
import java.util.Optional;

/**
 * Something on this node that follows a tenant's log with a position of its own: an index, a cache. It is driven by one
 * thread at a time for a tenant. The same event may come twice after a crash; taking it again must do no harm.
 */
public interface LogReader {
    /** Returns where it stands; empty when it holds nothing of this tenant and has to be rebuilt. */
    Optional<LogPosition> position(TenantId tenant);

    /** Takes events, and its new position with them. */
    void take(TenantId tenant, EventBatch batch);

    /** Rebuilds itself from the present state of the objects, which holds at least all events up to {@code at}. */
    void rebuild(TenantId tenant, LogPosition at);
}
