// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.util.List;

/**
 * The log of events: they are written in the transaction that they report, and read by all who follow the log. They are
 * appended without a place in it; {@code settle} gives one to those that are committed. So no transaction waits for
 * another one of its tenant, and yet no reader passes an event by.
 *
 * <ol>
 *   <li>{@code nextSequence} returns 1 for a new lane, then each number once, without gaps over what was committed; the
 *       lane stays locked until the transaction ends, so that numbers grow in commit order. Lanes of different tenants
 *       are different.
 *   <li>{@code append} keeps the event with all its parts when the transaction commits, and nothing of it when it does
 *       not.
 *   <li>{@code read} returns a tenant's events that have a place, in the order of the log, beginning behind {@code after}:
 *       {@code limit} of them, or all that are left. The log's order is one for all lanes of a tenant and never changes:
 *       what gets its place later stands behind all that have one, each lane keeps its sequence, and so the events of one
 *       transaction in the same lane stand as they were appended.
 *   <li>A reader that goes on from {@code upTo} each time sees every event that is ever committed exactly once, also
 *       when a transaction that began earlier commits later: a position never passes an event whose transaction may
 *       still commit.
 *   <li>{@code end} returns the position behind the last event that has a place, or behind what was removed where nothing
 *       is left.
 *   <li>{@code removeUpTo} removes the events that have a place up to and including a position's; a later {@code read} from
 *       before the last of them says that it is incomplete.
 *   <li>{@code tenants} lists the tenants that ever had an event, with a place or without, in ascending order of their ids,
 *       by UTF-16 or by UTF-8 (which differ beyond U+D7FF only), after the one given: {@code limit} of them, or all that
 *       are left.
 *   <li>{@code read} from a position that is not this log's says that it is incomplete: from one that another log gave, or
 *       this log before it was set back to a backup, wherever it would stand, also beyond the end.
 *   <li>{@code settle} gives the tenant's committed events that have no place yet the next places in its log,
 *       {@code limit} of them at most, and returns how many. The places count when its transaction commits, and never were
 *       when it does not. Of concurrent callers each event gets one place; when fewer than {@code limit} come back, every
 *       event that was committed before the call has its place, from this caller or from one that has ended, so a caller
 *       waits for another that is under way. What is open is left for later, what was rolled back is never placed.
 *   <li>{@code isSettled} tells whether every event that this transaction can see as committed has its place. Where a
 *       log's order is that of the commits, always; {@code settle} then returns 0.
 *   <li>{@code readLane} returns a lane's events that have a place, in the order of their numbers, beginning behind {@code
 *       after}: {@code limit} of them, or all that are left. What was removed is not among them.
 *   <li>{@code withdrawals} returns the subject of each withdrawal that this transaction can see as committed and that has no
 *       place up to and including {@code after}: also of one that has no place yet, and of one that {@code removeUpTo} has
 *       removed. It says that it is incomplete where there are more than {@code limit}, and of a position that is not
 *       this log's, unless that lies before what was removed, where nobody can tell.
 * </ol>
 *
 * <p>A transaction takes all its numbers before it appends its first event, so that none waits for a lane with something
 * locked that {@code append} may lock. A transaction that settles does nothing else. Thread-safe.
 */
public interface EventStore {
    /** Locks the lane and returns the number of its next event. */
    long nextSequence(Tx tx, TenantId tenant, ObjectRef lane);

    /** Adds an event, which has no place in the log yet. */
    void append(Tx tx, RecordedEvent event);

    /** Gives up to {@code limit} committed events the next places in the tenant's log; returns how many. */
    int settle(Tx tx, TenantId tenant, int limit);

    /** Returns whether all of the tenant's committed events have a place. */
    boolean isSettled(Tx tx, TenantId tenant);

    /** Returns the events behind a position. */
    EventSlice read(Tx tx, TenantId tenant, LogPosition after, int limit);

    /** Returns the events of a lane behind a number. */
    List<RecordedEvent> readLane(Tx tx, TenantId tenant, ObjectRef lane, long after, int limit);

    /** Returns what was withdrawn behind a position: up to {@code limit} subjects. */
    Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after, int limit);

    /** Returns the position behind the last event. */
    LogPosition end(Tx tx, TenantId tenant);

    /** Removes old events. */
    void removeUpTo(Tx tx, TenantId tenant, LogPosition last);

    /** Returns up to {@code limit} tenants whose id stands behind {@code after}; an empty text begins. */
    List<TenantId> tenants(Tx tx, String after, int limit);
}
