// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.publishing.model.EditorialContent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was published of one kind of thing. What a scope covers is decided by {@link StoredRevision#label()}, in the query.
 *
 * <ol>
 *   <li>{@code append} keeps a revision; it is false, and changes nothing, when the object has one of this number;
 *       a concurrent second waits for the first.
 *   <li>{@code list} returns those of an object's revisions that the scope covers, the latest first, behind {@code after},
 *       {@code limit} at most.
 *   <li>{@code find} returns the revision of a number where the scope covers it.
 *   <li>{@code deleteAllOf} removes all revisions of an object of the tenant, whoever they were for, and no other; their numbers are free then.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 *
 * @param <C> what editors write
 */
public interface RevisionStore<C extends EditorialContent<C>> {
    /** Adds a revision; false when its number is taken. */
    boolean append(Tx tx, StoredRevision<C> revision);

    /** Returns the revision of this number, within the scope. */
    Optional<StoredRevision<C>> find(Tx tx, Scope scope, UUID object, long number);

    /** Returns revisions within the scope, the latest first. */
    List<StoredRevision<C>> list(Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit);

    /** Removes all revisions of what is itself removed. */
    void deleteAllOf(Tx tx, TenantId tenant, UUID object);

    /** Returns where a revision stands in the list. */
    static Keyset place(long number) {
        return Keyset.ofId(Long.toString(Long.MAX_VALUE - number));
    }
}
