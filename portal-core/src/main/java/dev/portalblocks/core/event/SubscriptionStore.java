// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far subscribers have come: a position in each tenant's log, up to which its events were divided among their
 * lanes, and for each lane what was delivered, what is known of, and whose it is for the moment.
 *
 * <ol>
 *   <li>{@code take} returns where a subscription stands in the log, {@link LogPosition#START} at first, and keeps it from
 *       everybody else until the transaction ends: another who takes it meanwhile waits, or gets nothing. {@code find} returns
 *       it as it is, and nothing where it was never taken.
 *   <li>{@code feed} moves the position, and makes work of the lanes: a lane knows the last number that it is fed, and is
 *       there for a lease. A new one counts as delivered up to the number before the first. While a lane is leased,
 *       rests, or stands still for a dead letter, it stays so and only knows of more.
 *   <li>{@code feed} with numbers that a lane knows of already is a replay: the lane stands before the first of them unless it
 *       had not come so far, no lease of it counts any more, and a dead letter gets its attempts anew.
 *   <li>{@code lease} returns up to {@code limit} lanes of a subscription, over all tenants, that have work and are free, each
 *       as it is and with a fence greater than all of its before, those of a subscription that ended too, and keeps them
 *       from everybody else for the duration. Those that have waited longest come first. Of several callers each lane goes
 *       to one.
 *   <li>{@code lease} returns a lane again when its lease is over, or when its delay has passed, and not before. Time is that
 *       of the store: where nodes share a database it is the database's clock, and {@code now} is not looked at; in memory
 *       it is {@code now}.
 *   <li>{@code step} does what it is asked to, and is true, where the lane was not leased, replayed or mended since and does
 *       not stand still; else it is false and changes nothing.
 *   <li>{@code Delivered} begins the lease anew and forgets refusals; where nothing is left, the lane is nobody's and is
 *       not leased again before it is fed. {@code Renewed} begins the lease anew. For no time at all, either gives the lane
 *       back at once.
 *   <li>{@code Postponed} and {@code Stopped} count a refusal. A lane that was stopped is not leased; {@code deadLetters}
 *       lists it with the number behind the last delivered and what was said of its refusal, by lane, behind {@code
 *       after}: {@code limit} of them at most, of this tenant and subscription only.
 *   <li>{@code mend} lets a lane go on that stands still at this number, behind the number if it is to be skipped, before it
 *       otherwise, with no refusals; it is false, and changes nothing, where it does not stand still or stands elsewhere.
 *   <li>{@code fedToAll} is the least position of a tenant's log over all subscriptions that ever took any tenant's; {@link
 *       LogPosition#START} where one has not taken this one's, empty where there is no subscription. One that has ended for
 *       this tenant does not count.
 *   <li>{@code deliveredToAll} returns for each of a tenant's lanes that was fed the least number delivered over all
 *       subscriptions, and nothing for others.
 *   <li>{@code end} forgets what a subscription has of its tenant, lanes, leases and dead letters, and nothing of another,
 *       and is true, also where it had not come to this tenant yet; it is false and changes nothing where it has ended, or
 *       is none of any tenant's. One that has ended for every tenant that it took is no subscription any more. Whoever takes
 *       it again begins it anew.
 *   <li>{@code waiting} lists lanes of a subscription, over all tenants, that have work and do not stand still, whether they
 *       are leased, rest or are free, each with the number of the event that it waits for: {@code limit} of them at most,
 *       those first that may be leased first.
 *   <li>{@code list} returns where each subscription stands that did not end for the tenant, by name; at {@link
 *       LogPosition#START} where it has not come to it yet.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface SubscriptionStore {
    /**
     * Which lanes are wanted.
     *
     * @param subscription the subscriber's name
     * @param now the caller's time, for a store that has none of its own
     * @param duration how long the lanes are the caller's
     * @param limit how many at most
     */
    record Request(String subscription, Instant now, Duration duration, int limit) {}

    /**
     * Events of a lane that stand together.
     *
     * @param lane which lane
     * @param first the number of the first
     * @param last the number of the last
     */
    record Range(ObjectRef lane, long first, long last) {}

    /** Returns where a subscription stands. */
    Optional<LogPosition> find(Tx tx, Subscription subscription);

    /** Locks and returns where a subscription stands; empty where another holds it. */
    Optional<LogPosition> take(Tx tx, Subscription subscription);

    /** Divides events among their lanes, each lane once, and moves the position, forward or back. */
    void feed(Tx tx, Subscription subscription, List<Range> ranges, LogPosition upTo, Instant now);

    /** Leases lanes that have work. */
    List<LaneLease> lease(Tx tx, Request request);

    /** Does something with a leased lane; returns whether it was still the caller's to do. */
    boolean step(Tx tx, LaneLease lease, LaneStep step, Instant now);

    /** Lists lanes that stand still. */
    List<DeadLetter> deadLetters(Tx tx, Subscription subscription, @Nullable Keyset after, int limit);

    /** Lets a lane go on, with the event at this number or behind it. */
    boolean mend(Tx tx, Subscription subscription, LanePlace place, boolean isSkipped, Instant now);

    /** Returns up to where all subscriptions have divided a tenant's events. */
    Optional<LogPosition> fedToAll(Tx tx, TenantId tenant);

    /** Returns up to which number all subscriptions have been given a lane's events. */
    Map<ObjectRef, Long> deliveredToAll(Tx tx, TenantId tenant, Collection<ObjectRef> lanes);

    /** Lists lanes that something waits in, of all tenants. */
    List<Waiting> waiting(Tx tx, String subscription, int limit);

    /** Forgets what a subscription has of its tenant; returns whether there was anything. */
    boolean end(Tx tx, Subscription subscription);

    /** Lists the subscriptions that have something of a tenant. */
    List<Standing> list(Tx tx, TenantId tenant);

    /**
     * Where a lane stands.
     *
     * @param lane which lane
     * @param sequence the number of an event in it
     */
    record LanePlace(ObjectRef lane, long sequence) {}

    /**
     * What a tenant's lane waits for.
     *
     * @param tenant whose
     * @param next the event to be delivered next
     */
    record Waiting(TenantId tenant, LanePlace next) {}
}
