// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps mandates. A scope {@linkplain Mandate#isWithin covers} those of its tenant of which it admits the holder or the
 * principal; both are part of the query.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} and {@code update} of the mandate
 *       that it found waiting until the transaction ends; it sees what was committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has a mandate of this id.
 *   <li>{@code update} replaces the mandate where its version is the expected one; else it is false and changes nothing.
 *   <li>{@code list} returns the mandates that the customer has on this side and the scope covers, with an instant only
 *       those that are {@linkplain Mandate#isOpen open} at it, in ascending order of the text of their ids, beginning
 *       behind {@code after}: {@code limit} of them, or all that are left.
 *   <li>{@code lock} keeps every other {@code lock} of this customer waiting until the transaction ends, also where the
 *       customer has no mandate; another customer's does not wait. Whoever has waited reads what was committed meanwhile.
 *   <li>Tenants never meet: equal ids, and equal customer numbers, of two tenants are two.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface MandateStore extends MandateSource {
    /** On which side of a mandate a customer stands. */
    enum Side {
        /** May act. */
        HOLDER,
        /** Is acted for. */
        PRINCIPAL
    }

    /**
     * Which mandates.
     *
     * @param side on which side the customer stands
     * @param customer who
     * @param openAt open at this instant; null for all, ended and revoked ones too
     */
    record Query(
            Side side,
            CustomerId customer,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant openAt) {
        /** Returns whether it asks for this one, whatever the tenant. */
        public boolean asksFor(Mandate mandate) {
            CustomerId one = side == Side.HOLDER ? mandate.holder() : mandate.principal();
            return one.equals(customer) && (openAt == null || mandate.isOpen(openAt));
        }
    }

    /** Returns the mandate within the scope. */
    Optional<Mandate> find(Tx tx, Scope scope, MandateId id);

    /** Returns the mandate within the scope, and locks it. */
    Optional<Mandate> findForUpdate(Tx tx, Scope scope, MandateId id);

    /** Adds a mandate; false when its id is taken. */
    boolean insert(Tx tx, Mandate mandate);

    /** Replaces a mandate of the expected version, of the same two customers; false when there is none. */
    boolean update(Tx tx, Mandate mandate, long expectedVersion);

    /** Returns mandates of one customer within the scope. */
    List<Mandate> list(Tx tx, Scope scope, Query query, @Nullable Keyset after, int limit);

    /** Locks which mandates a customer has, on either side. */
    void lock(Tx tx, Scope scope, CustomerId customer);
}
