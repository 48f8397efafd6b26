// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.CategoryId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tree of categories. Only the scope's tenant decides: which categories a reader sees follows from the articles
 * that they see.
 *
 * <ol>
 *   <li>{@code find} returns what was written last.
 *   <li>{@code findByKey} returns the category of this key within a parent, or at the top; there is one at most.
 *   <li>{@code insert} is false, and changes nothing, when the id, or the key within the parent, is taken; a concurrent
 *       second waits for the first.
 *   <li>{@code update} replaces the category where its version is the one before, its key the same, and the key free within its
 *       parent; else it is false and changes nothing. Within a parent that was left the key is free. Of concurrent ones for one place
 *       in transactions that {@code lock} the tree first, one is true; of others at most one is, and the rest may fail with a
 *       {@link dev.portalblocks.core.model.PortalException.StorageFailure} instead.
 *   <li>{@code list} returns all categories of the tenant, ascending by the text of their ids.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 *   <li>{@code delete} removes the category, and frees its key; it is false, and changes nothing, where there is none.
 *   <li>{@code lock} keeps every other {@code lock} of the tenant waiting until the transaction ends, also where it has no category;
 *       another tenant's does not wait. Whoever has waited reads what was committed meanwhile.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface CategoryStore {
    /** Returns the category. */
    Optional<StoredCategory> find(Tx tx, Scope scope, CategoryId id);

    /** Returns the category of a key. */
    Optional<StoredCategory> findByKey(Tx tx, Scope scope, @Nullable CategoryId parent, String key);

    /** Adds a category; false when its id or key is taken. */
    boolean insert(Tx tx, StoredCategory category);

    /** Replaces a category of the version before, also in another parent; false when there is none, or the key is taken there. */
    boolean update(Tx tx, StoredCategory category);

    /** Removes the category; false when there is none. */
    boolean delete(Tx tx, Scope scope, CategoryId id);

    /** Returns all categories. */
    List<StoredCategory> list(Tx tx, Scope scope);

    /** Locks the shape of the tenant's tree. */
    void lock(Tx tx, Scope scope);
}
