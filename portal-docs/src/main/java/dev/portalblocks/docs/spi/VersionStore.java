// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.docs.model.DocumentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the versions of documents, which never change. A scope covers the versions of its tenant whose customer it
 * admits; both are part of the query.
 *
 * <ol>
 *   <li>{@code find} returns what was inserted, all components unchanged; what the scope does not cover is as absent as
 *       what is not there, in the same one query.
 *   <li>{@code insert} is false, and changes nothing, when the document has a version of this number already; of
 *       concurrent ones one is true.
 *   <li>{@code list} returns the versions of one document that the scope covers, the highest number first, behind
 *       {@code after}, which need not be there any more; {@code limit} of them, or all that are left. The place of a
 *       version is {@link #place}.
 *   <li>{@code deleteAll} removes all versions of one document that the scope covers, and no other, and returns their
 *       number.
 *   <li>Tenants never meet: equal ids of two tenants are two documents.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface VersionStore {
    /** Returns the version of this number within the scope. */
    Optional<StoredVersion> find(Tx tx, Scope scope, DocumentId document, int number);

    /** Adds a version; false when there is one of its number. */
    boolean insert(Tx tx, StoredVersion version);

    /** Returns versions of a document within the scope, the latest first. */
    List<StoredVersion> list(Tx tx, Scope scope, DocumentId document, @Nullable Keyset after, int limit);

    /** Removes all versions of a document within the scope. */
    int deleteAll(Tx tx, Scope scope, DocumentId document);

    /** Returns where the version of a number stands in the list: ten digits that sort descending. */
    static Keyset place(int number) {
        return Keyset.ofId(Keyset.digits((long) Integer.MAX_VALUE - number, 10));
    }
}
