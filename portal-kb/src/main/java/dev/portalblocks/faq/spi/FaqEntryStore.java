// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entries of FAQs, as editors see them. What a scope covers is decided by {@link StoredFaqEntry#isWithin}, in the
 * query.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} and {@code delete} of the
 *       entry that it found, and every other {@code update} of the version that it found, waiting until the transaction
 *       ends; it sees what was committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has an entry of this id already; of concurrent
 *       ones one is true.
 *   <li>{@code update} replaces the entry where its version is the expected one; else it is false and changes nothing.
 *   <li>{@code delete} removes the entry; it is false, and changes nothing, where the scope covers none of this id.
 *   <li>{@code inSections} returns all entries of these sections that the scope covers, and no other: by the text of the
 *       section's id, then by ascending position, those of equal positions by the text of their ids.
 *   <li>{@code list} returns what the scope covers in the order of the text of the ids, wherever it stands, behind
 *       {@code after}, which need not be there any more; {@code limit} at most, and fewer only at the end.
 *   <li>Tenants never meet: equal ids of two tenants are two entries.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface FaqEntryStore {
    /** Returns the entry within the scope. */
    Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id);

    /** Returns the entry within the scope, and locks it. */
    Optional<StoredFaqEntry> findForUpdate(Tx tx, Scope scope, FaqEntryId id);

    /** Adds an entry; false when there is one. */
    boolean insert(Tx tx, StoredFaqEntry entry);

    /** Replaces an entry of the expected version, which may be its new one as well; false when there is none. */
    boolean update(Tx tx, StoredFaqEntry entry, long expectedVersion);

    /** Removes the entry within the scope; false when there is none. */
    boolean delete(Tx tx, Scope scope, FaqEntryId id);

    /** Returns all entries of these sections within the scope, in their order. */
    List<StoredFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections);

    /** Returns entries within the scope by their ids; {@code after} is {@link Keyset#ofId} of an entry's id. */
    List<StoredFaqEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit);
}
