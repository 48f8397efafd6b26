// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.faq.model.FaqSectionId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the sections of FAQs.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} and {@code delete} of the
 *       section that it found, and every other {@code update} of the version that it found, waiting until the transaction
 *       ends; it sees what was committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has a section of this id already; of concurrent
 *       ones one is true.
 *   <li>{@code update} replaces the section where its version is the expected one; else it is false and changes nothing.
 *   <li>{@code delete} removes the section; it is false, and changes nothing, where the scope covers none of this id.
 *   <li>{@code list} returns all sections that the scope covers, by ascending position, those of equal positions by the
 *       text of their ids.
 *   <li>Tenants never meet: equal ids of two tenants are two sections.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface FaqSectionStore {
    /** Returns the section within the scope. */
    Optional<StoredFaqSection> find(Tx tx, Scope scope, FaqSectionId id);

    /** Returns the section within the scope, and locks it. */
    Optional<StoredFaqSection> findForUpdate(Tx tx, Scope scope, FaqSectionId id);

    /** Adds a section; false when there is one. */
    boolean insert(Tx tx, StoredFaqSection section);

    /** Replaces a section of the expected version, which may be its new one as well; false when there is none. */
    boolean update(Tx tx, StoredFaqSection section, long expectedVersion);

    /** Removes the section within the scope; false when there is none. */
    boolean delete(Tx tx, Scope scope, FaqSectionId id);

    /** Returns all sections within the scope, in their order. */
    List<StoredFaqSection> list(Tx tx, Scope scope);
}
