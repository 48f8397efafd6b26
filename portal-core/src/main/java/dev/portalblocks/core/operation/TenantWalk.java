// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits every tenant that ever changed something: how a task comes to all of them. Thread-safe. */
public final class TenantWalk {
    private static final int BATCH = 500;

    private final TransactionDomain domain;
    private final EventStore events;

    /** Visits the tenants of this storage. */
    public TenantWalk(CoreStorage storage) {
        this.domain = storage.domain();
        this.events = storage.events();
    }

    /**
     * Calls the visitor for each tenant in the order of their ids; no transaction is open while it runs. A tenant at which
     * the visitor throws does not keep the others waiting: the first exception is thrown in the end, with the later ones
     * as suppressed.
     */
    public void forEach(Consumer<TenantId> visitor) {
        @Nullable RuntimeException first = null;
        List<TenantId> some = after("");
        while (!some.isEmpty()) {
            for (TenantId tenant : some) {
                first = visit(tenant, visitor, first);
            }
            some = after(some.get(some.size() - 1).value());
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException visit(
            TenantId tenant, Consumer<TenantId> visitor, @Nullable RuntimeException first) {
        try {
            visitor.accept(tenant);
            return first;
        } catch (RuntimeException e) {
            if (first == null) {
                return e;
            }
            first.addSuppressed(e);
            return first;
        }
    }

    private List<TenantId> after(String last) {
        return domain.read(tx -> events.tenants(tx, last, BATCH));
    }
}
