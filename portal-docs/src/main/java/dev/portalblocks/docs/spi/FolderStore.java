// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.docs.model.FolderId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the folders of customers. A scope covers the folders of its tenant whose customer it admits; both are part of
 * the query. Siblings are folders of one customer with the same parent, or without any.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} and {@code delete} of the
 *       folder that it found, and every other {@code update} of the version that it found, waiting until the transaction
 *       ends; it sees what was committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has a folder of this id, or a sibling has its name
 *       key; of concurrent ones one is true.
 *   <li>{@code update} replaces the folder where its version is the expected one and no sibling at its new place has its
 *       name key; else it is false and changes nothing. A key that was given up is free. Of concurrent ones for one key in
 *       transactions that {@code lock} the customer first, one is true; of others at most one is, and the rest may fail
 *       with a {@link PortalException.StorageFailure} instead.
 *   <li>{@code delete} removes the folder, and frees its key; it is false, and changes nothing, where the scope covers
 *       none of this id.
 *   <li>{@code list} returns all folders of the customer that the scope covers, by the text of their ids.
 *   <li>{@code lock} keeps every other {@code lock} of this customer waiting until the transaction ends, also where the
 *       customer has no folder; another customer's does not wait. Whoever has waited reads what was committed meanwhile.
 *   <li>Tenants never meet: equal ids, and equal customer numbers, of two tenants are two.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface FolderStore {
    /** Returns the folder within the scope. */
    Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id);

    /** Returns the folder within the scope, and locks it. */
    Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id);

    /** Adds a folder; false when its id or its name among its siblings is taken. */
    boolean insert(Tx tx, StoredFolder folder);

    /** Replaces a folder of the expected version, of the same customer; false when there is none or the name is taken. */
    boolean update(Tx tx, StoredFolder folder, long expectedVersion);

    /** Removes the folder within the scope; false when there is none. */
    boolean delete(Tx tx, Scope scope, FolderId id);

    /** Returns all folders of a customer within the scope. */
    List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer);

    /** Locks the shape of a customer's folders as a whole. */
    void lock(Tx tx, Scope scope, CustomerId customer);
}
