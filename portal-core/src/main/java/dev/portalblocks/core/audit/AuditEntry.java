// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.audit;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, or was refused. It holds ids only.
 *
 * @param id a UUIDv7
 * @param tenant whose portal
 * @param at when, in UTC with microseconds
 * @param actorKind what sort of actor
 * @param actor the actor's identity within the tenant
 * @param operation the operation's name
 * @param outcome how it ended
 * @param subject what it was about; null where a denial did not come that far
 * @param customer the customer whose matter it was; null where it was the company's own
 * @param onBehalfOf the customer in whose name the actor acted, or wished to where it was refused; null in its own
 */
public record AuditEntry(
        UUID id,
        TenantId tenant,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
        Actor.Kind actorKind,

        @PersonalData(category = PersonalData.Category.USAGE, purpose = "accountability", retention = "audit")
        String actor,

        @NotPersonal("name of an operation") String operation,
        Outcome outcome,

        @NotPersonal("a reference; what it points at is marked there") @Nullable
        ObjectRef subject,

        @Nullable CustomerId customer,
        @Nullable CustomerId onBehalfOf) {

    /** How an operation ended. */
    public enum Outcome {
        /** It was carried out. */
        DONE,
        /** It was refused. */
        DENIED
    }

    /**
     * Returns whether a reader of this scope may see the entry. It is of one tenant and concerns one customer or none; the
     * scope's other dimensions mean nothing for it. An entry of the company's own is no common property: only who reaches
     * all customers sees it.
     */
    public boolean isWithin(Scope scope) {
        return tenant.equals(scope.tenant())
                && (customer == null
                        ? scope.customers() instanceof Bound.All
                        : scope.customers().admits(customer));
    }
}
