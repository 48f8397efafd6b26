// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.EndSubscription;
import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.ReplayEvents;
import dev.portalblocks.core.event.Standing;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.LanePlace;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.model.TextPatterns;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.LogSettler;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.TenantWalk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What operators do about the events of their tenant: decide on dead letters, deliver once more, and remove what all
 * subscribers have had. Thread-safe.
 */
public final class Subscriptions {
    /** How long an event is kept at least, whoever has had it, by its time or that of an event behind it. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** To see subscriptions and their dead letters. */
    public static final Permission READ = Permission.forStaff("subscriptions.read", "operator");
    /** To decide on dead letters, to deliver once more, and to end. */
    public static final Permission OPERATE = Permission.forStaff("subscriptions.operate", "operator");

    private static final Operation LIST = Operation.reading("subscriptions.list", READ);
    private static final Operation DEAD_LETTERS = Operation.reading("subscriptions.dead-letters", READ);
    private static final Operation RESUME = Operation.writing("subscriptions.resume", OPERATE);
    private static final Operation SKIP = Operation.writing("subscriptions.skip", OPERATE);
    private static final Operation REPLAY = Operation.writing("subscriptions.replay", OPERATE);
    private static final Operation END = Operation.writing("subscriptions.end", OPERATE);
    private static final Operation EXPIRE = Operation.writing("core.event.expire", Housekeeping.MAINTAIN);
    private static final int BATCH = 500;

    private final Operations operations;
    private final EventStore events;
    private final SubscriptionStore store;
    private final TenantWalk tenants;
    private final LogSettler settler;
    private final Retention retention;

    Subscriptions(Operations operations, CoreStorage storage) {
        this.operations = operations;
        this.events = storage.events();
        this.store = storage.subscriptions();
        this.tenants = new TenantWalk(storage);
        this.settler = new LogSettler(storage);
        this.retention = new Retention(storage, KEPT, BATCH);
    }

    BlockContribution contribution() {
        return BlockContribution.of("subscriptions", LIST, DEAD_LETTERS, RESUME, SKIP, REPLAY, END, EXPIRE)
                .maintainedBy(new MaintenanceTask("core.event.expire", Duration.ofHours(1), this::expireAll));
    }

    /** Returns what a relay brings: {@code relay.NAME} is its task, and its check. */
    static BlockContribution served(EventSubscriber subscriber, EventRelay relay) {
        String name = "relay." + subscriber.name();
        return BlockContribution.of(name)
                .maintainedBy(new MaintenanceTask(name, subscriber.terms().every(), relay::run))
                .watchedBy(HealthCheck.ofSubscriber(name, relay));
    }

    /**
     * Returns how far the tenant's events were divided, for each subscriber that ever ran and did not end, by name: also one
     * that nobody runs any more, which keeps old events from going.
     */
    public List<Standing> list(Actor actor) {
        return operations.perform(
                LIST,
                actor,
                "",
                context -> store.list(context.tx(), context.scope().tenant()));
    }

    /** Returns the dead letters of a subscriber, in the order of their lanes; none for one that is not known. */
    public Page<DeadLetter> deadLetters(Actor actor, String subscription, PageRequest page) {
        return operations.list(
                DEAD_LETTERS,
                actor,
                new Listing<>(
                        page,
                        subscription,
                        (context, after, limit) -> TextPatterns.isStorable(subscription)
                                ? store.deadLetters(context.tx(), mine(context, subscription), after, limit)
                                : List.of(),
                        letter -> Keyset.ofId(letter.lane())));
    }

    /**
     * Delivers a dead letter once more, and what waits behind it.
     *
     * @throws PortalException.NotFound {@code dead-letter.not-found} where the lane does not stand still there any more
     */
    public void resume(Actor actor, MendLane command) {
        mend(RESUME, actor, command, false);
    }

    /** Goes on behind a dead letter, which is never delivered; otherwise as {@link #resume}. */
    public void skip(Actor actor, MendLane command) {
        mend(SKIP, actor, command, true);
    }

    private void mend(Operation operation, Actor actor, MendLane command, boolean isSkipped) {
        operations.perform(operation, actor, command, context -> {
            Subscription subscription = mine(context, command.subscription());
            LanePlace place = new LanePlace(command.lane(), command.sequence());
            if (!store.mend(context.tx(), subscription, place, isSkipped, context.now())) {
                throw new PortalException.NotFound("dead-letter");
            }
            context.about(ref(subscription));
            return true;
        });
    }

    /**
     * Delivers the tenant's events to a subscriber once more, from the command's point up to where its lanes know of events;
     * returns whether there are any. What its relay has not come to yet is no repeat and is delivered anyway: there is none
     * for a command that begins there. A receiver that leaves out what it has had leaves these out as well, unless its
     * {@link dev.portalblocks.core.event.DeliveryLedger ledger} forgets. It reads the log from its beginning: an operation of
     * seconds where millions of events are kept.
     *
     * @throws PortalException.NotFound {@code subscription.not-found} for one that never got anything of this tenant
     * @throws PortalException.Conflict {@code subscription.busy} where a relay divides events at this moment; ask again
     */
    public boolean replay(Actor actor, ReplayEvents command) {
        return operations.perform(REPLAY, actor, command, context -> {
            Subscription subscription = mine(context, command.subscription());
            if (store.find(context.tx(), subscription).isEmpty()) {
                throw new PortalException.NotFound("subscription");
            }
            context.about(ref(subscription));
            LogPosition now = store.take(context.tx(), subscription)
                    .orElseThrow(() -> new PortalException.Conflict("subscription.busy"));
            Optional<LogPosition> start = before(context, command).filter(place -> place.compareTo(now) < 0);
            start.ifPresentOrElse(
                    place -> store.feed(context.tx(), subscription, List.of(), place, context.now()),
                    context::unchanged);
            return start.isPresent();
        });
    }

    /** Returns the position before the first event that the command names; empty where it names none that is kept. */
    private Optional<LogPosition> before(OperationContext context, ReplayEvents command) {
        TenantId tenant = context.scope().tenant();
        LogPosition at = LogPosition.START;
        EventSlice slice = events.read(context.tx(), tenant, at, BATCH);
        while (!slice.events().isEmpty()) {
            List<RecordedEvent> read = slice.events();
            for (int i = 0; i < read.size(); i++) {
                if (command.beginsWith(read.get(i))) {
                    return Optional.of(
                            i == 0
                                    ? at
                                    : events.read(context.tx(), tenant, at, i).upTo());
                }
            }
            at = slice.upTo();
            slice = events.read(context.tx(), tenant, at, BATCH);
        }
        return Optional.empty();
    }

    /**
     * Forgets what a subscriber has had of the tenant, with its dead letters and what it has still to get; old events do not
     * wait for it any more. Its relay is stopped on every node before: one that still runs begins anew with the oldest event
     * that is kept.
     *
     * @throws PortalException.NotFound {@code subscription.not-found} for one that never ran, or has ended for the tenant
     */
    public void end(Actor actor, EndSubscription command) {
        operations.perform(END, actor, command, context -> {
            Subscription subscription = mine(context, command.subscription());
            if (!store.end(context.tx(), subscription)) {
                throw new PortalException.NotFound("subscription");
            }
            context.about(ref(subscription));
            return true;
        });
    }

    /**
     * Removes up to 500 of the tenant's oldest events, that all subscribers have had and that are older than {@link #KEPT};
     * returns how many. What a subscriber has still to get, a dead letter for one, keeps all behind it in the log. An event
     * whose own time is later, as by a clock that ran ahead, goes when one behind it in the log is old. Who reads the log
     * with a position of its own and is behind them rebuilds itself.
     */
    public int expire(Actor actor) {
        return operations.perform(EXPIRE, actor, BATCH, context -> {
            int count = retention.apply(context);
            if (count == 0) {
                context.unchanged();
            }
            return count;
        });
    }

    private void expireAll() {
        tenants.forEach(tenant -> {
            Actor task = Actor.system(tenant, "housekeeping");
            settler.settle(tenant); // nobody else does where nobody follows the log
            while (expire(task) == BATCH) {
                // a batch is a transaction: what is left waits for the next
            }
        });
    }

    private static Subscription mine(OperationContext context, String name) {
        return new Subscription(context.scope().tenant(), name);
    }

    private static ObjectRef ref(Subscription subscription) {
        return ObjectRef.of("subscription", subscription.name());
    }
}
