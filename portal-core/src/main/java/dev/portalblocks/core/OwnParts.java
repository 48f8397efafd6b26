// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What core itself brings to a portal, beside what the blocks bring.
 *
 * @param auditTrail the record of who did what
 * @param mandates who may act for whom; null where the host is asked
 * @param housekeeping removes what core needs no more
 * @param contentCare removes stored bytes that nobody needs
 * @param subscriptions what operators do about events
 */
record OwnParts(
        AuditTrail auditTrail,
        @Nullable Mandates mandates,
        Housekeeping housekeeping,
        ContentCare contentCare,
        Subscriptions subscriptions) {
    /** Makes them; without rules the host says who may act for whom. */
    static OwnParts of(Operations operations, CoreStorage storage, @Nullable MandateRules rules) {
        return new OwnParts(
                new AuditTrail(operations, storage.audit()),
                rules == null ? null : new Mandates(operations, storage.mandates(), rules),
                new Housekeeping(operations, storage),
                new ContentCare(operations, storage),
                new Subscriptions(operations, storage));
    }

    Mandates keptMandates() {
        if (mandates == null) {
            throw new IllegalStateException("This portal asks its host who may act for whom, and keeps no mandates");
        }
        return mandates;
    }

    List<BlockContribution> contributions() {
        List<BlockContribution> all = new ArrayList<>(List.of(
                AuditTrail.contribution(),
                housekeeping.contribution(),
                contentCare.contribution(),
                subscriptions.contribution()));
        if (mandates != null) {
            all.add(Mandates.contribution());
        }
        return all;
    }
}
