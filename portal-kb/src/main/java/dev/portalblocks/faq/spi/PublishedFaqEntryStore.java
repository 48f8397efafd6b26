// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries as readers see them: a view of the rows that {@link FaqEntryStore} writes, never of a draft. What a scope covers is decided
 * by {@link StoredFaqEntry#publishedLabel()}, in the query.
 *
 * <ol>
 *   <li>{@code find} returns the entry when something of it is shown at {@code moment}, with all that is shown of it, whenever; what is
 *       not, or not for the scope's audiences, is as absent as what is not there, in the same one query. A showing begins with its
 *       first moment and ends before its last. A moment before the entry's last change stands for that, here and in {@code
 *       inSections}.
 *   <li>{@code inSections} returns all entries of these sections of which {@code find} returns something, and no other: by the text of
 *       the section's id, then by ascending position, those of equal positions by the text of their ids.
 *   <li>{@code findLasting} returns the entry when something of it is shown at {@code since} or later, and {@code listLasting} all such
 *       entries, in the order of the text of their ids, behind {@code after}; {@code limit} at most, and fewer only at the end.
 *   <li>A draft changes nothing of what is returned.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface PublishedFaqEntryStore {
    /** Returns the entry, if something of it is shown at this moment, within the scope. */
    Optional<PublishedFaqEntry> find(Tx tx, Scope scope, FaqEntryId id, Instant moment);

    /** Returns what is shown of these sections at this moment, within the scope, in its order. */
    List<PublishedFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections, Instant moment);

    /** Returns the entry, if something of it is or will be shown, within the scope. */
    Optional<PublishedFaqEntry> findLasting(Tx tx, Scope scope, FaqEntryId id, Instant since);

    /** Returns what is or will be shown, within the scope; {@code after} is {@link Keyset#ofId} of an entry's id. */
    List<PublishedFaqEntry> listLasting(Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit);
}
