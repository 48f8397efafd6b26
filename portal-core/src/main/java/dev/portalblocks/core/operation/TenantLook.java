// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Looks at as many tenants as a second allows; the next look goes on with those that follow. Thread-safe. */
final class TenantLook {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int BATCH = 50;

    private final TransactionDomain domain;
    private final EventStore events;
    private final InstantSource clock;
    private volatile String lookedUpTo = "";

    TenantLook(CoreStorage storage, InstantSource clock) {
        this.domain = storage.domain();
        this.events = storage.events();
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param each of each tenant
     * @param ofAll whether these are all tenants
     */
    record Found<T>(List<T> each, boolean ofAll) {}

    /** Asks for each tenant, and for fifty of them in any case. */
    <T> Found<T> each(Function<TenantId, T> question) {
        Instant end = clock.instant().plus(LOOK);
        String from = lookedUpTo;
        boolean isWhole = from.isEmpty();
        List<T> found = new ArrayList<>();
        List<TenantId> some = tenantsAfter(from);
        while (!some.isEmpty()) {
            if (!found.isEmpty() && !clock.instant().isBefore(end)) {
                lookedUpTo = from;
                return new Found<>(found, false);
            }
            some.forEach(tenant -> found.add(question.apply(tenant)));
            from = some.get(some.size() - 1).value();
            some = tenantsAfter(from);
        }
        lookedUpTo = "";
        return new Found<>(found, isWhole);
    }

    private List<TenantId> tenantsAfter(String last) {
        return domain.read(tx -> events.tenants(tx, last, BATCH));
    }
}
