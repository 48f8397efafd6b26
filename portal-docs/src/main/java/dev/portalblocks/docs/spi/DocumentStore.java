// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the documents of customers, each with its current version. A scope covers the documents of its tenant whose
 * customer it admits; both are part of the query.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} and {@code delete} of the
 *       document that it found, and every other {@code update} of the version that it found, waiting until the transaction
 *       ends; it sees what was committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has a document of this id already; of concurrent
 *       ones one is true.
 *   <li>{@code update} replaces the document where its version is the expected one; else it is false and changes nothing.
 *   <li>{@code delete} removes the document; it is false, and changes nothing, where the scope covers none of this id.
 *   <li>{@code inFolder} returns the customer's documents that stand in this folder, or, where it is null, in none, as far
 *       as the scope covers them: in the order of their {@linkplain StoredDocument#place places}, so the latest first,
 *       behind {@code after}, which need not be there any more; {@code limit} of them, or all that are left.
 *   <li>{@code list} returns in the same order the customer's documents wherever they stand.
 *   <li>Tenants never meet: equal ids, and equal customer numbers, of two tenants are two.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface DocumentStore {
    /** Returns the document within the scope. */
    Optional<StoredDocument> find(Tx tx, Scope scope, DocumentId id);

    /** Returns the document within the scope, and locks it. */
    Optional<StoredDocument> findForUpdate(Tx tx, Scope scope, DocumentId id);

    /** Adds a document; false when there is one. */
    boolean insert(Tx tx, StoredDocument document);

    /** Replaces a document of the expected version, of the same customer and age; false when there is none. */
    boolean update(Tx tx, StoredDocument document, long expectedVersion);

    /** Removes the document within the scope; false when there is none. */
    boolean delete(Tx tx, Scope scope, DocumentId id);

    /** Returns documents of one folder, or of the top, within the scope. */
    List<StoredDocument> inFolder(
            Tx tx, Scope scope, CustomerId customer, @Nullable FolderId folder, @Nullable Keyset after, int limit);

    /** Returns documents of all folders within the scope. */
    List<StoredDocument> list(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit);
}
