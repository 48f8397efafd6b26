// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was published. What a scope covers is decided by {@link StoredRevision#label()}, in the query.
 *
 * <ol>
 *   <li>{@code append} keeps a revision; it is false, and changes nothing, when the article has one of this number;
 *       a concurrent second waits for the first.
 *   <li>{@code list} returns those of an article's revisions that the scope covers, the latest first, behind {@code after},
 *       {@code limit} at most.
 *   <li>{@code find} returns the revision of a number where the scope covers it.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface RevisionStore {
    /** Adds a revision; false when its number is taken. */
    boolean append(Tx tx, StoredRevision revision);

    /** Returns the revision of this number, within the scope. */
    Optional<StoredRevision> find(Tx tx, Scope scope, ArticleId article, long number);

    /** Returns revisions within the scope, the latest first. */
    List<StoredRevision> list(Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit);

    /** Returns where a revision stands in the list. */
    static Keyset place(long number) {
        return Keyset.ofId(Long.toString(Long.MAX_VALUE - number));
    }
}
