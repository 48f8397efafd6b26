// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.access.Walls;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditEntry.Outcome;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.SqlFailures;
import dev.portalblocks.core.tx.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way inside {@link Operations}, from the policy to the commit. */
final class Passage {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
    private static final int ATTEMPTS = 3;
    private static final double FIRST_REST_MILLIS = 10;
    private static final String DEADLOCK = "storage.deadlock";
    private static final String READ_ONLY = "storage.read-only";

    private final CoreStorage storage;
    private final Surroundings surroundings;
    private final EventTypes eventTypes;
    private final Map<TenantId, Ids> ids = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Passage(CoreStorage storage, Surroundings surroundings, EventTypes eventTypes) {
        this.storage = storage;
        this.surroundings = surroundings;
        this.eventTypes = eventTypes;
    }

    void close() {
        closed = true;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("This portal is closed");
        }
    }

    UUID newId(TenantId tenant) {
        return idsOf(tenant).next();
    }

    /** A counter of each tenant's own: from a common one it could be told how much others do. */
    private Ids idsOf(TenantId tenant) {
        return ids.computeIfAbsent(tenant, it -> new Ids(surroundings.clock(), surroundings.random()));
    }

    Shortcut shortcut(Operation operation) {
        return new Shortcut(operation, surroundings.policy(), storage.domain(), surroundings.clock());
    }

    <R> R travel(Operation operation, Actor actor, Function<OperationContext, R> body) {
        requireOpen();
        for (int attempt = 1; ; attempt++) {
            Attempt run = new Attempt(operation, actor);
            try {
                return run.toEnd(body);
            } catch (StorageFailure failure) {
                if (attempt == ATTEMPTS || run.joined || !failure.code().equals(DEADLOCK)) {
                    throw failure;
                }
                rest(attempt);
            }
        }
    }

    /** Those who met once meet again if they come back at the same moment: so by chance, between half and all of it. */
    private void rest(int attempt) {
        double longest = FIRST_REST_MILLIS * 1_000_000 * (1 << (attempt - 1));
        double part = (1 + surroundings.random().nextDouble()) / 2;
        surroundings.rest().take(Duration.ofNanos((long) (longest * part)));
    }

    /** One run of one operation; a repeat is a new one. */
    private final class Attempt {
        private final Operation operation;
        private final Actor actor;
        private final Representation representation;
        private final Ids ids;
        private @Nullable ObjectRef subject;
        private @Nullable CustomerId customer;
        private Instant now = Instant.EPOCH; // until the transaction has begun
        private boolean joined;
        private boolean isCarriedOut;
        private @Nullable OperationContext context;

        Attempt(Operation operation, Actor actor) {
            this.operation = operation;
            this.actor = actor;
            this.ids = idsOf(actor.tenant());
            this.representation = new Representation(surroundings.mandates(), actor, () -> now);
            this.customer = actor.findPrincipal().orElse(null);
        }

        <R> R toEnd(Function<OperationContext, R> body) {
            boolean isOver = false;
            try {
                R result = operation.isWriting()
                        ? storage.domain().write(tx -> carryOut(tx, body))
                        : storage.domain().read(tx -> carryOut(tx, body));
                isOver = !joined;
                return result;
            } catch (AccessDenied denied) {
                recordApart(denied);
                throw denied;
            } finally {
                tellEnded(isOver);
            }
        }

        /** What threw before there was anything to commit was taken back; how a commit that threw has ended nobody knows. */
        private void tellEnded(boolean isOver) {
            if (context != null) {
                context.tellEnded(isOver || !isCarriedOut);
            }
        }

        /**
         * Where the domain can, a denial stays on record whatever becomes of a joined transaction. Where it can't, and the
         * host's only reads, there is no record to be had, and the answer is still no.
         */
        private void recordApart(AccessDenied denied) {
            try {
                storage.domain().apart(tx -> {
                    record(tx, Outcome.DENIED);
                    return true;
                });
            } catch (StorageFailure failure) {
                if (!joined || !failure.code().equals(READ_ONLY)) {
                    throw failure;
                }
                LOG.warn("A denial of {} is not on record: the joined transaction only reads", operation.name());
                denied.addSuppressed(failure);
            }
        }

        private <R> R carryOut(Tx tx, Function<OperationContext, R> body) {
            // in here: a mandate may have ended while the call waited for a connection
            now = surroundings.clock().instant().truncatedTo(ChronoUnit.MICROS);
            joined = tx.isJoined(); // the host's transaction is not ours to repeat
            OperationContext within = new OperationContext(tx, actor, authorise(tx), now, ids);
            context = within;
            R result;
            try {
                result = body.apply(within);
            } finally {
                subject = within.findSubject().orElse(null);
                customer = within.findOwner().orElse(null);
            }
            if (operation.isCounting()) {
                requireSilent(within);
            } else if (operation.isWriting() && !within.isUnchanged()) {
                publish(tx, within.events());
                record(tx, Outcome.DONE);
            }
            isCarriedOut = true;
            return result;
        }

        /** An event has a moment and an object: beside a log of requests it would tell who was counted. */
        private void requireSilent(OperationContext within) {
            if (!within.events().isEmpty()) {
                throw new IllegalStateException(operation.name() + " counts, and emits nothing");
            }
        }

        private OperationContext.Leave authorise(Tx tx) {
            if (!representation.allows(tx, operation.permission())) {
                throw new AccessDenied("mandate.missing");
            }
            Scope scope = scopeOf(tx, operation.permission())
                    .orElseThrow(() -> new AccessDenied(operation.permission().name() + ".denied"));
            return new OperationContext.Leave(scope, permission -> scopeOf(tx, permission));
        }

        private Optional<Scope> scopeOf(Tx tx, Permission permission) {
            if (!representation.allows(tx, permission)) {
                return Optional.empty();
            }
            Decision behindWalls = Walls.enclose(ask(tx, permission), actor, representation.principals());
            return behindWalls instanceof Decision.Allow allowed ? Optional.of(allowed.scope()) : Optional.empty();
        }

        /** An exception of the policy is a denial; only storage that fails beneath it stays what it is. */
        private Decision ask(Tx tx, Permission permission) {
            try {
                return surroundings.policy().decide(tx, actor, permission);
            } catch (RuntimeException e) {
                Optional<StorageFailure> failure = SqlFailures.beneath(e);
                if (failure.isPresent()) {
                    throw failure.get();
                }
                LOG.warn("Policy failed with {}; {} is denied", e.getClass().getName(), permission.name());
                return Decision.deny();
            }
        }

        /** Lanes are locked in one order for all, so that two operations can't wait for each other here. */
        private void publish(Tx tx, List<PortalEvent<?>> events) {
            EventStore store = storage.events();
            Map<UUID, Long> sequences = new HashMap<>();
            events.stream()
                    .sorted(Comparator.comparing(event -> event.lane().toString()))
                    .forEach(event -> sequences.put(event.id(), store.nextSequence(tx, event.tenant(), event.lane())));
            events.forEach(event ->
                    store.append(tx, eventTypes.record(event.at(sequences.getOrDefault(event.id(), 0L)))));
        }

        private void record(Tx tx, Outcome outcome) {
            storage.audit()
                    .append(
                            tx,
                            new AuditEntry(
                                    ids.next(),
                                    actor.tenant(),
                                    now,
                                    actor.kind(),
                                    actor.identity(),
                                    operation.name(),
                                    outcome,
                                    operation.isCounting() ? null : subject,
                                    customer,
                                    actor.actsFor()));
        }
    }
}
