// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.time.LocalDate;
import java.util.List;

/**
 * Keeps who saw which article, by keys that lead to nobody, until the day is counted; and the secrets that the keys are made with.
 *
 * <ol>
 *   <li>{@code secret} keeps the secret unless its tenant and day have one, and returns the one that they have then; of concurrent callers all
 *       get the same.
 *   <li>{@code dropSecrets} removes the tenant's secrets of the days before this one, and returns how many; the others stay.
 *   <li>{@code add} keeps the view, and is true; it is false, and changes nothing, when the tenant has one of this key. Of concurrent callers
 *       with one key it is true for one. Views of other keys do not wait for one another.
 *   <li>{@code takeEnded} removes {@code limit} of the tenant's views of the days before this one, or all that there are, the earliest days
 *       first, and returns them, all components unchanged; others stay. Of concurrent callers each view is returned by one.
 *   <li>{@code tenants} lists the tenants that have a view or a secret, each once, in ascending order of their ids, by UTF-16 or by UTF-8,
 *       after the one given: {@code limit} of them, or all that are left.
 *   <li>Tenants never meet: equal keys of two tenants are two.
 *   <li>A transaction that is rolled back leaves nothing, and takes nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ViewStore {
    /** Returns the secret of a tenant's day: the one that there is, else this one. */
    String secret(Tx tx, StoredViewSecret fresh);

    /** Removes the secrets of earlier days; returns how many. */
    int dropSecrets(Tx tx, TenantId tenant, LocalDate before);

    /** Adds a view; false when its key is known. */
    boolean add(Tx tx, StoredView view);

    /** Removes and returns up to {@code limit} views of earlier days. */
    List<StoredView> takeEnded(Tx tx, TenantId tenant, LocalDate before, int limit);

    /** Returns up to {@code limit} tenants whose id stands behind {@code after}; an empty text begins. */
    List<TenantId> tenants(Tx tx, String after, int limit);
}
