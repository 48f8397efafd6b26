// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.util.function.Supplier;

/** What calls come to, to be compared: an answer, or by which kind and code it was refused; and what is on record of it. */
public final class Outcomes {
    private Outcomes() {}

    /** Returns what the call came to, word for word. */
    public static String of(Supplier<?> call) {
        try {
            return call.get().toString();
        } catch (PortalException e) {
            return e.getClass().getSimpleName() + " " + e.code();
        }
    }

    /** Returns how many denials of the tenant's latest entries are on record. */
    public static long denials(Portal portal, TenantId tenant) {
        return portal.auditTrail().list(Actor.agent(tenant, "a", "auditor"), PageRequest.first(200)).items().stream()
                .filter(entry -> entry.outcome() == AuditEntry.Outcome.DENIED)
                .count();
    }
}
