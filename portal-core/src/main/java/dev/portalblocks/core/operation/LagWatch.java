// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how far a reader is behind the log, and changes nothing. Thread-safe. */
final class LagWatch {
    private final TransactionDomain domain;
    private final EventStore events;
    private final LogReader reader;
    private final InstantSource clock;
    private final Instant began;
    private final ConcurrentHashMap<TenantId, Instant> upToDate = new ConcurrentHashMap<>();
    private final TenantLook<Optional<Instant>> look;

    LagWatch(CoreStorage storage, LogReader reader, InstantSource clock) {
        this.domain = storage.domain();
        this.events = storage.events();
        this.reader = reader;
        this.clock = clock;
        this.began = clock.instant();
        this.look = new TenantLook<>(storage, clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** Notes that the reader has what was committed before then. */
    void upToDate(TenantId tenant, Instant then) {
        upToDate.put(tenant, then);
    }

    /** Asks for as many tenants as a second allows, see {@link TenantLook}. */
    LogLag lag() {
        Instant now = clock.instant();
        TenantLook.Found<Optional<Instant>> found = look.each(this::waitingSince);
        LogLag sum = new LogLag(0, 0, Duration.ZERO, found.ofAll());
        for (Optional<Instant> since : found.each()) {
            sum = sum.and(since, now);
        }
        return sum;
    }

    /** Where no event says since when, it can't be for longer than since the reader was up to date. */
    private Optional<Instant> waitingSince(TenantId tenant) {
        Instant atMost = upToDate.getOrDefault(tenant, began);
        Optional<LogPosition> known = reader.position(tenant);
        if (known.isEmpty()) {
            return Optional.of(atMost);
        }
        return domain.read(tx -> {
            EventSlice next = events.read(tx, tenant, known.get(), 1);
            if (!next.isIncomplete() && !next.events().isEmpty()) {
                return Optional.of(next.events().get(0).time());
            }
            boolean isThere = !next.isIncomplete() && events.isSettled(tx, tenant);
            return isThere ? Optional.empty() : Optional.of(atMost);
        });
    }
}
