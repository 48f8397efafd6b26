// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One customer's leave to act for another: a household's, an organisation's, a power of attorney. It is kept when it has
 * ended, as what somebody once did under it has to be explained.
 *
 * @param tenant whose portal
 * @param id which mandate
 * @param holder who may act
 * @param principal for whom
 * @param terms what is allowed, and when
 * @param revokedAt when it was taken back, which ends it whatever a clock says; null if it was not
 * @param version 1 for a new one
 */
public record Mandate(
        TenantId tenant,
        MandateId id,
        CustomerId holder,
        CustomerId principal,

        @PersonalData(category = PersonalData.Category.PREFERENCE, purpose = "acting for another customer")
        Terms terms,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant revokedAt,

        long version) {

    /** Stands among the permissions of a mandate for all that a customer may do. */
    public static final String EVERYTHING = "*";

    /** On what ground one acts for the other. Whatever it is, the terms alone say what is allowed. */
    public enum Kind {
        /** They live together. */
        HOUSEHOLD,
        /** The holder acts for a company or an association. */
        ORGANISATION,
        /** The principal has said so in a deed, or a court has. */
        POWER_OF_ATTORNEY
    }

    /**
     * What a mandate allows, and when.
     *
     * @param kind on what ground
     * @param permissions the names of what the holder may do in the principal's name, {@code docs.read}, or {@link
     *     #EVERYTHING}; nothing more than the principal could
     * @param from the first instant of its validity
     * @param until the first instant after it; null where it has no end
     */
    public record Terms(
            Kind kind,
            Set<String> permissions,

            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant until) {
        /** Copies the permissions. */
        public Terms {
            permissions = Set.copyOf(permissions);
        }

        /** Returns terms without an end under which the holder may do all that the principal could. */
        public static Terms everything(Kind kind, Instant from) {
            return new Terms(kind, Set.of(EVERYTHING), from, null);
        }

        /** Returns terms without an end under which the holder may use these permissions. */
        public static Terms only(Kind kind, Instant from, Permission... permissions) {
            return new Terms(
                    kind,
                    Arrays.stream(permissions).map(Permission::name).collect(Collectors.toUnmodifiableSet()),
                    from,
                    null);
        }

        /** Returns these terms with an end: at that instant they allow nothing any more. */
        public Terms until(Instant end) {
            return new Terms(kind, permissions, from, end);
        }

        /** Returns whether they allow to use the permission at that instant. */
        public boolean allow(String permission, Instant at) {
            return !at.isBefore(from)
                    && !hasEnded(at)
                    && (permissions.contains(EVERYTHING) || permissions.contains(permission));
        }

        /** Returns whether they will allow nothing from that instant on. */
        public boolean hasEnded(Instant at) {
            return until != null && !at.isBefore(until);
        }
    }

    /** Returns this mandate as it is when it was taken back. */
    public Mandate revoked(Instant at) {
        return new Mandate(tenant, id, holder, principal, terms, at, version + 1);
    }

    /** Returns whether it was not taken back and has not ended by that instant; it may be yet to begin. */
    public boolean isOpen(Instant at) {
        return revokedAt == null && !terms.hasEnded(at);
    }

    /**
     * Returns whether who reaches this scope may see it: both of the two customers may. The scope's other dimensions mean
     * nothing for it.
     */
    public boolean isWithin(Scope scope) {
        return tenant.equals(scope.tenant())
                && (scope.customers().admits(holder) || scope.customers().admits(principal));
    }
}
