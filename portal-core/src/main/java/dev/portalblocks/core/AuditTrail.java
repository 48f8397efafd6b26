// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;

/** Reads the record of who did what, and of who was refused. Thread-safe. */
public final class AuditTrail {
    /** To read the audit entries of a tenant. */
    public static final Permission READ = Permission.forStaff("audit.read", "auditor");

    private static final Operation LIST = Operation.reading("audit.list", READ);

    private final Operations operations;
    private final AuditStore store;

    AuditTrail(Operations operations, AuditStore store) {
        this.operations = operations;
        this.store = store;
    }

    static BlockContribution contribution() {
        return BlockContribution.of("audit", LIST);
    }

    /** Returns the tenant's entries, oldest first. */
    public Page<AuditEntry> list(Actor actor, PageRequest page) {
        return operations.list(
                LIST,
                actor,
                new Listing<>(
                        page,
                        "",
                        (context, after, limit) -> store.list(context.tx(), context.scope(), after, limit),
                        entry -> Keyset.ofId(entry.id())));
    }
}
