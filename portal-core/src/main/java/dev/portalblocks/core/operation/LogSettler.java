// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;

/**
 * Gives places in the log to what is committed, in short transactions apart from any of the host's. One that fails and may
 * be tried again is, once. Thread-safe.
 */
public final class LogSettler {
    private static final int BATCH = 500;

    private final TransactionDomain domain;
    private final EventStore events;

    /** Settles the log of this storage. */
    public LogSettler(CoreStorage storage) {
        this.domain = storage.domain();
        this.events = storage.events();
    }

    /** Returns when all that was committed before has its place. */
    public void settle(TenantId tenant) {
        boolean isSettled = domain.read(tx -> events.isSettled(tx, tenant));
        while (!isSettled) {
            isSettled = settleSome(tenant) < BATCH;
        }
    }

    private int settleSome(TenantId tenant) {
        try {
            return domain.apart(tx -> events.settle(tx, tenant, BATCH));
        } catch (StorageFailure failure) {
            if (!failure.isRetryable()) {
                throw failure;
            }
            return domain.apart(tx -> events.settle(tx, tenant, BATCH));
        }
    }
}
