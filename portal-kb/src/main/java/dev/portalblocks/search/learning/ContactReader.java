// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.event.ContactFollowedSearch;
import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.spi.StoredSign;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes which searches a message followed, as the log tells it. Each node begins where the log ends when it starts, for what
 * is much older says nothing of searches that still wait for a sign. That every node notes the same does no harm.
 */
final class ContactReader implements LogReader {
    /** So long is a hash; what is longer is none of ours. */
    private static final int HASH = 64;

    private final Waiting waiting;
    private final Map<TenantId, LogPosition> positions = new ConcurrentHashMap<>();
    private volatile boolean knowsAll;

    ContactReader(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public Optional<LogPosition> position(TenantId tenant) {
        LogPosition known = positions.get(tenant);
        return known == null && knowsAll ? Optional.of(LogPosition.START) : Optional.ofNullable(known);
    }

    /** Says that it has come to every tenant: whose log it meets from now on, begins only now, and is read from there. */
    void knowsAll() {
        knowsAll = true;
    }

    @Override
    public void take(TenantId tenant, EventBatch batch) {
        for (PortalEvent<?> event : batch.events()) {
            if (event.data() instanceof ContactFollowedSearch followed
                    && followed.search().length() == HASH) {
                waiting.add(new StoredSign(
                        tenant,
                        followed.search(),
                        StoredSign.Kind.FOLLOWED,
                        event.time().truncatedTo(ChronoUnit.MINUTES)));
            }
        }
        positions.put(tenant, batch.upTo());
    }

    @Override
    public void rebuild(TenantId tenant, LogPosition at) {
        positions.put(tenant, at);
    }
}
