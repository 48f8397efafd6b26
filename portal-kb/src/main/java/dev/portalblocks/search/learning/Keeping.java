// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.search.learning.spi.StoredSearch;
import java.util.List;

/** Writes some of what waits for a tenant; for one call, which may be carried out several times. */
final class Keeping {
    /** So many of each sort in a transaction. */
    static final int BATCH = 200;

    private final Waiting waiting;
    private final Diagnosis diagnosis;
    private final Learned learned;
    private final TenantId tenant;
    private Waiting.Batch batch = new Waiting.Batch(List.of(), List.of());

    Keeping(Waiting waiting, Diagnosis diagnosis, Learned learned, TenantId tenant) {
        this.waiting = waiting;
        this.diagnosis = diagnosis;
        this.learned = learned;
        this.tenant = tenant;
    }

    /** Returns whether there may be more. */
    boolean in(OperationContext context) {
        if (batch.isEmpty()) {
            batch = waiting.take(tenant, BATCH);
        }
        // what is a customer's own is no gap that an editor could close, and nothing that an editor is to hear of
        Scope published = context.scope()
                .inStates(Bound.only(List.of(Permission.PUBLISHED)))
                .ofCustomers(Bound.only(List.of()));
        List<StoredSearch> searches = batch.searches().stream()
                .map(search -> diagnosis.of(search, published))
                .toList();
        learned.keep(context, searches, batch.signs());
        int folded = learned.fold(context, BATCH);
        if (batch.isEmpty() && folded == 0) {
            context.unchanged();
        }
        return folded == BATCH
                || batch.searches().size() == BATCH
                || batch.signs().size() == BATCH;
    }

    /** What was not written waits on. */
    void giveBack() {
        waiting.giveBack(tenant, batch);
    }
}
