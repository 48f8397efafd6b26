// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.List;

/**
 * The outbox: events are written in the transaction that they report, and read from the log that it becomes.
 *
 * <ol>
 *   <li>{@code nextSequence} returns 1 for a new lane, then each number once, without gaps over what was committed; the
 *       lane stays locked until the transaction ends, so that numbers grow in commit order. Lanes of different tenants
 *       are different.
 *   <li>{@code append} keeps the event with all its parts when the transaction commits, and nothing of it when it does
 *       not.
 *   <li>{@code read} returns a tenant's events in the order of their commits, within a commit in the order of their
 *       appending, beginning behind {@code after}: {@code limit} of them, or all that are left.
 *   <li>A reader that goes on from {@code upTo} each time sees every event that is ever committed exactly once, also
 *       when a transaction that began earlier commits later.
 *   <li>{@code end} returns the position behind the last event that is committed, or behind what was removed where nothing
 *       is left.
 *   <li>{@code removeUpTo} removes the events of all commits up to and including a position's; a later {@code read} from
 *       before the last of them says that it is incomplete.
 *   <li>{@code tenants} lists the tenants that ever had an event, in the order of their ids, after the one given:
 *       {@code limit} of them, or all that are left.
 *   <li>{@code read} from a position that is not this log's says that it is incomplete: from one that another log gave, or
 *       this log before it was set back to a backup, wherever it would stand, also beyond the end.
 * </ol>
 *
 * <p>A transaction takes all its numbers before it appends its first event, so that a store may put a tenant's commits in
 * order from the first {@code append} on without two transactions waiting for each other. Thread-safe.
 */
public interface EventStore {
    /** Locks the lane and returns the number of its next event. */
    long nextSequence(Tx tx, TenantId tenant, ObjectRef lane);

    /** Adds an event. */
    void append(Tx tx, PortalEvent<?> event);

    /** Returns the events behind a position. */
    EventBatch read(Tx tx, TenantId tenant, LogPosition after, int limit);

    /** Returns the position behind the last event. */
    LogPosition end(Tx tx, TenantId tenant);

    /** Removes old events. */
    void removeUpTo(Tx tx, TenantId tenant, LogPosition last);

    /** Returns up to {@code limit} tenants whose id is greater than {@code after}; an empty text begins. */
    List<TenantId> tenants(Tx tx, String after, int limit);
}
