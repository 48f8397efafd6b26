// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.TenantWalk;
import java.time.Duration;

/** Removes what core needs no more. Thread-safe. */
public final class Housekeeping {
    /** How long a key protects against a repeat. */
    public static final Duration KEY_RETENTION = Duration.ofDays(30);

    /** To remove what core needs no more; programs have it. */
    public static final Permission MAINTAIN = Permission.forStaff("core.maintain");

    private static final Operation PURGE_KEYS = Operation.writing("core.idempotency.purge", MAINTAIN);
    private static final int BATCH = 1_000;

    private final Operations operations;
    private final IdempotencyStore keys;
    private final TenantWalk tenants;

    Housekeeping(Operations operations, CoreStorage storage) {
        this.operations = operations;
        this.keys = storage.idempotency();
        this.tenants = new TenantWalk(storage);
    }

    BlockContribution contribution() {
        return BlockContribution.of("core", PURGE_KEYS)
                .maintainedBy(new MaintenanceTask(
                        "core.idempotency.purge", Duration.ofHours(1), this::purgeAllIdempotencyKeys));
    }

    /**
     * Removes up to 1,000 of the tenant's idempotency keys that are older than {@link #KEY_RETENTION}; returns how many
     * it removed.
     */
    public int purgeIdempotencyKeys(Actor actor) {
        return operations.perform(PURGE_KEYS, actor, BATCH, context -> {
            int removed = keys.purge(
                    context.tx(), context.scope().tenant(), context.now().minus(KEY_RETENTION), BATCH);
            if (removed == 0) {
                context.unchanged();
            }
            return removed;
        });
    }

    private void purgeAllIdempotencyKeys() {
        tenants.forEach(tenant -> {
            Actor task = Actor.system(tenant, "housekeeping");
            while (purgeIdempotencyKeys(task) == BATCH) {
                // a batch is a transaction: what is left waits for the next
            }
        });
    }
}
