// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.OwingReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Brings a {@link LogReader} up to date with the log. What is committed and has no place in the log yet gets one first, in
 * short transactions; one that fails and may be tried again is, once, and then the failure reaches the caller, with the
 * reader where it was. Each batch is read in a transaction of its own that has ended before the reader gets it. A reader
 * that can't go on from where it stands is rebuilt: it is too far behind, or stands in another log, or in a part of this
 * one that a backup does not have. Never inside of the application's transaction: what a reader looks up would be that
 * transaction's, which may be taken back.
 *
 * <p>Thread-safe: of several threads that follow the same tenant one works and the others wait for it.
 */
public final class LogFollower {
    private static final int BATCH = 500;
    /** More than this many withdrawals at once mean that nobody follows the log. */
    private static final int MOST_WITHDRAWALS = 10_000;

    private final TransactionDomain domain;
    private final EventStore events;
    private final LogSettler settler;
    private final EventTypes types;
    private final LogReader reader;
    private final TenantWalk tenants;
    private final LagWatch watch;
    private final ConcurrentHashMap<TenantId, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Follows this storage's log on behalf of the reader, which gets records of these types. */
    public LogFollower(CoreStorage storage, EventTypes types, LogReader reader, InstantSource clock) {
        this.domain = storage.domain();
        this.events = storage.events();
        this.settler = new LogSettler(storage);
        this.types = types;
        this.reader = reader;
        this.tenants = new TenantWalk(storage);
        this.watch = new LagWatch(storage, reader, clock);
    }

    /**
     * Brings every tenant up to date with what was committed before this call.
     *
     * @throws IllegalStateException as {@link #follow}
     */
    public void followAll() {
        requireOwn();
        tenants.forEach(this::bring);
    }

    /**
     * Brings one tenant up to date with what was committed before this call.
     *
     * @throws IllegalStateException while a transaction of the application is joined on this thread: a reader could take
     *     what is taken back later
     */
    public void follow(TenantId tenant) {
        requireOwn();
        bring(tenant);
    }

    private void requireOwn() {
        if (domain.<Boolean>read(Tx::isJoined)) {
            throw new IllegalStateException("The log is not followed inside of the application's transaction");
        }
    }

    private void bring(TenantId tenant) {
        ReentrantLock lock = locks.computeIfAbsent(tenant, ignored -> new ReentrantLock());
        lock.lock();
        try {
            Instant before = watch.now();
            settler.settle(tenant);
            catchUp(tenant);
            if (reader instanceof OwingReader owing) {
                owing.takeOwed(tenant);
            }
            watch.upToDate(tenant, before);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns what was withdrawn behind a position of the reader, at most {@value #MOST_WITHDRAWALS} subjects: what it shows
     * nobody although it has not taken the events yet. All that was committed before this transaction's look is in it,
     * whether it has a place in the log or not.
     */
    public Withdrawals withdrawals(Tx tx, TenantId tenant, LogPosition after) {
        return events.withdrawals(tx, tenant, after, MOST_WITHDRAWALS);
    }

    /** Returns the same as a transaction of its own sees it. */
    public Withdrawals withdrawals(TenantId tenant, LogPosition after) {
        return domain.read(tx -> withdrawals(tx, tenant, after));
    }

    /**
     * Returns how far the reader is behind, over as many tenants as a second allows; the next call goes on with those that
     * follow. Changes nothing, neither in the log nor in the reader.
     */
    public LogLag lag() {
        return watch.lag();
    }

    private void catchUp(TenantId tenant) {
        Optional<LogPosition> known = reader.position(tenant);
        if (known.isEmpty()) {
            rebuild(tenant);
            return;
        }
        EventSlice slice = after(tenant, known.get());
        while (!slice.isIncomplete() && !slice.events().isEmpty()) {
            reader.take(tenant, typed(slice));
            if (slice.events().size() < BATCH) {
                return;
            }
            slice = after(tenant, slice.upTo());
        }
        if (slice.isIncomplete()) {
            rebuild(tenant);
        }
    }

    /** The position is taken first: what is committed while the reader rebuilds itself comes again as an event. */
    private void rebuild(TenantId tenant) {
        LogPosition end = domain.read(tx -> events.end(tx, tenant));
        reader.rebuild(tenant, end);
    }

    private EventSlice after(TenantId tenant, LogPosition position) {
        return domain.read(tx -> events.read(tx, tenant, position, BATCH));
    }

    private EventBatch typed(EventSlice slice) {
        List<PortalEvent<?>> typed =
                slice.events().stream().<PortalEvent<?>>map(types::restore).toList();
        Set<ObjectRef> withdrawn = slice.events().stream()
                .filter(RecordedEvent::isWithdrawal)
                .map(RecordedEvent::subject)
                .collect(Collectors.toSet());
        return new EventBatch(typed, withdrawn, slice.upTo());
    }
}
