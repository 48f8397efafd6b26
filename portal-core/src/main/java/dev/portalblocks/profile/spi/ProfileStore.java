// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps profiles and their changes.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} of the profile that it found, and
 *       every other {@code update} of the version that it found, waiting until the transaction ends; it sees what was
 *       committed last. A profile that is not there is not locked: {@code insert} decides who begins it, and a concurrent
 *       second waits for the first.
 *   <li>{@code insert} is false, and changes nothing, when the customer has a profile already.
 *   <li>{@code update} replaces the profile where its version is the one before; else it is false and changes nothing.
 *   <li>{@code appendChange} keeps the change; {@code changes} returns those of one profile within the scope, the latest
 *       version first, behind {@code after}: {@code limit} of them, or all that are left. The place of a change is its
 *       version as 19 digits that sort descending: {@link #place}.
 *   <li>Tenants never meet: equal customer numbers of two tenants are two customers.
 *   <li>A transaction that is rolled back leaves nothing.
 *   <li>{@code findVersion} returns the version of what {@code find} would return, and when it was made, in one query, and
 *       nothing where that would find nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ProfileStore {
    /** Returns the customer's profile within the scope. */
    Optional<StoredProfile> find(Tx tx, Scope scope, CustomerId customer);

    /** Returns the version of the customer's profile within the scope, without reading the rest. */
    Optional<Stamp> findVersion(Tx tx, Scope scope, CustomerId customer);

    /** Returns the customer's profile within the scope, and locks it. */
    Optional<StoredProfile> findForUpdate(Tx tx, Scope scope, CustomerId customer);

    /** Adds a profile; false when there is one. */
    boolean insert(Tx tx, StoredProfile profile);

    /** Replaces a profile of the version before; false when there is none. */
    boolean update(Tx tx, StoredProfile profile);

    /** Adds a change. */
    void appendChange(Tx tx, StoredProfileChange change);

    /** Returns changes, the latest first. */
    List<StoredProfileChange> changes(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit);

    /**
     * Which profile of a customer it is. A database that was set back gives numbers a second time, and not at the same
     * moment.
     *
     * @param version its version
     * @param changedAt when that was made
     */
    record Stamp(long version, Instant changedAt) {}

    /** Returns where the change that made a version stands in the list. */
    static Keyset place(long version) {
        return Keyset.ofId(Long.toString(Long.MAX_VALUE - version));
    }
}
