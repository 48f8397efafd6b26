// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Refusal;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the events of a leased lane, one after the other: each counts before the next one is delivered, so that a node
 * that lost its lane is at most one delivery ahead of what it knows.
 */
final class LaneDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(LaneDelivery.class);
    private static final int BATCH = 50;
    private static final int NAME_LENGTH = 300;
    private static final double CHANCES = 1L << 53;

    private final TransactionDomain domain;
    private final EventStore events;
    private final SubscriptionStore subscriptions;
    private final EventTypes types;
    private final Surroundings surroundings;
    private final EventSubscriber subscriber;

    LaneDelivery(CoreStorage storage, EventTypes types, Surroundings surroundings, EventSubscriber subscriber) {
        this.domain = storage.domain();
        this.events = storage.events();
        this.subscriptions = storage.subscriptions();
        this.types = types;
        this.surroundings = surroundings;
        this.subscriber = subscriber;
    }

    /** Returns a watch over a lease that begins now. */
    Watch watch() {
        return new Watch(surroundings.clock(), subscriber.terms().lease());
    }

    /** Tells by the node's own clock whether a lease grows old: a hint, never the decision, which is the fence's. */
    static final class Watch {
        private final InstantSource clock;
        private final Duration lease;
        private Instant begun;

        Watch(InstantSource clock, Duration lease) {
            this.clock = clock;
            this.lease = lease;
            this.begun = clock.instant();
        }

        Watch(Watch other) {
            this.clock = other.clock;
            this.lease = other.lease;
            this.begun = other.begun;
        }

        boolean isOld() {
            return Duration.between(begun, clock.instant()).compareTo(lease.dividedBy(3)) > 0;
        }

        void beginAnew() {
            begun = clock.instant();
        }
    }

    /** Delivers up to 50 events, so that no lane keeps the others waiting. */
    RelayRun deliver(LaneLease lease, Watch leased) {
        Watch watch = new Watch(leased);
        List<RecordedEvent> waiting = waiting(lease);
        if (waiting.isEmpty()) {
            return passOver(lease);
        }
        long end = waiting.get(waiting.size() - 1).sequence();
        long delivered = 0;
        for (RecordedEvent event : waiting) {
            if (watch.isOld() && !renews(lease, watch)) {
                return fenced(lease, delivered);
            }
            int attempt = delivered == 0 ? lease.attempts() + 1 : 1;
            Throwable failure = receive(new Delivery(types.restore(event), attempt, lease.fence()));
            if (failure != null) {
                return refused(lease, delivered, new Attempt(event, attempt), failure);
            }
            boolean isLast = event.sequence() == end || Thread.currentThread().isInterrupted();
            if (!step(lease, new LaneStep.Delivered(event.sequence(), isLast ? Duration.ZERO : terms().lease()))) {
                return fenced(lease, delivered);
            }
            watch.beginAnew();
            delivered++;
            if (isLast) {
                break;
            }
        }
        return new RelayRun(delivered, 0, 0, 0);
    }

    private List<RecordedEvent> waiting(LaneLease lease) {
        TenantId tenant = lease.subscription().tenant();
        return domain.read(tx -> events.readLane(tx, tenant, lease.lane(), lease.delivered(), BATCH)).stream()
                .filter(event -> event.sequence() <= lease.head())
                .toList();
    }

    /** What somebody removed from the log before it was delivered can't be delivered any more. */
    private RelayRun passOver(LaneLease lease) {
        LOG.warn(
                "Events {} to {} of lane {} are not kept any more; {} of tenant {} goes on without them",
                lease.delivered() + 1,
                lease.head(),
                lease.lane(),
                lease.subscription().name(),
                lease.subscription().tenant());
        boolean isHeld = step(lease, new LaneStep.Delivered(lease.head(), Duration.ZERO));
        return isHeld ? RelayRun.NOTHING : fenced(lease, 0);
    }

    /**
     * Returns what the subscriber threw, or nothing. An error is a refusal as well, but where the machine itself can't go on;
     * a stack that was too short is there again.
     */
    private @Nullable Throwable receive(Delivery delivery) {
        try {
            subscriber.receive(delivery);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        } catch (Exception | StackOverflowError e) {
            return e;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Error e) {
            return e;
        }
    }

    /** Gives a lane back that was not begun; where that fails, its lease ends by itself. */
    void giveBack(LaneLease lease) {
        try {
            step(lease, new LaneStep.Renewed(Duration.ZERO));
        } catch (RuntimeException e) {
            LOG.info("Lane {} is free when its lease {} is over: {}", lease.lane(), lease.fence(), name(e));
        }
    }

    private record Attempt(RecordedEvent event, int number) {}

    private RelayRun refused(LaneLease lease, long delivered, Attempt attempt, Throwable failure) {
        String name = name(failure);
        boolean isLast = attempt.number() >= terms().attempts() && !(failure instanceof InterruptedException);
        RecordedEvent event = attempt.event();
        LOG.warn(
                "{} of tenant {} refused event {} ({}, number {} of lane {}) with {}, attempt {}; {}",
                lease.subscription().name(),
                lease.subscription().tenant(),
                event.id(),
                event.type(),
                event.sequence(),
                lease.lane(),
                name,
                attempt.number(),
                isLast ? "the lane stands still until somebody resumes it or skips the event" : "it comes again");
        String failed = name.substring(0, Math.min(name.length(), NAME_LENGTH));
        LaneStep step = isLast
                ? new LaneStep.Stopped(new Refusal(event.id(), event.type(), failed))
                : new LaneStep.Postponed(terms().delay(attempt.number(), chance()));
        return step(lease, step) ? new RelayRun(delivered, 1, isLast ? 1 : 0, 0) : fenced(lease, delivered);
    }

    /** Never the message, which may tell of persons. */
    private static String name(Throwable failure) {
        String type = failure.getClass().getName();
        return failure instanceof PortalException known ? type + " " + known.code() : type;
    }

    private static RelayRun fenced(LaneLease lease, long delivered) {
        LOG.info(
                "Lane {} of {} of tenant {} was leased by another node; lease {} is over",
                lease.lane(),
                lease.subscription().name(),
                lease.subscription().tenant(),
                lease.fence());
        return new RelayRun(delivered, 0, 0, 1);
    }

    private boolean renews(LaneLease lease, Watch watch) {
        boolean isHeld = step(lease, new LaneStep.Renewed(terms().lease()));
        watch.beginAnew();
        return isHeld;
    }

    private boolean step(LaneLease lease, LaneStep step) {
        return domain.write(
                tx -> subscriptions.step(tx, lease, step, surroundings.clock().instant()));
    }

    private RelayTerms terms() {
        return subscriber.terms();
    }

    private double chance() {
        return (double) (surroundings.random().nextLong() >>> 11) / CHANCES;
    }
}
