// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks at as many tenants as a second allows; the next look goes on with those that follow. What it did not come to is as it
 * was found the last time, so that what is wrong with one of many tenants does not come and go with each look.
 *
 * <p>Thread-safe: of several that look at once one waits for the other.
 */
final class TenantLook<T> {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int BATCH = 50;

    private final TransactionDomain domain;
    private final EventStore events;
    private final InstantSource clock;
    private final Map<TenantId, T> known = new HashMap<>();
    private final Set<TenantId> round = new HashSet<>();
    private String lookedUpTo = "";

    TenantLook(CoreStorage storage, InstantSource clock) {
        this.domain = storage.domain();
        this.events = storage.events();
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param each of each tenant that was ever looked at
     * @param ofAll whether this look came to all tenants
     */
    record Found<T>(List<T> each, boolean ofAll) {}

    /** Asks for each tenant, and for fifty of them in any case. */
    synchronized Found<T> each(Function<TenantId, T> question) {
        Instant end = clock.instant().plus(LOOK);
        boolean isWhole = lookedUpTo.isEmpty();
        boolean isFirst = true;
        List<TenantId> some = tenantsAfter(lookedUpTo);
        while (!some.isEmpty()) {
            if (!isFirst && !clock.instant().isBefore(end)) {
                return new Found<>(List.copyOf(known.values()), false);
            }
            isFirst = false;
            for (TenantId tenant : some) {
                known.put(tenant, question.apply(tenant));
                round.add(tenant);
            }
            lookedUpTo = some.get(some.size() - 1).value();
            some = tenantsAfter(lookedUpTo);
        }
        lookedUpTo = "";
        known.keySet().retainAll(round);
        round.clear();
        return new Found<>(List.copyOf(known.values()), isWhole);
    }

    private List<TenantId> tenantsAfter(String last) {
        return domain.read(tx -> events.tenants(tx, last, BATCH));
    }
}
