// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.search.model.SynonymRuleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the synonym rules of editors. Of a scope the tenant alone decides.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} and {@code delete} of the
 *       rule that it found, and every other {@code update} of the version that it found, waiting until the transaction
 *       ends; it sees what was committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has a rule of this id already; of concurrent
 *       ones one is true.
 *   <li>{@code update} replaces the rule where its version is the expected one; else it is false and changes nothing.
 *   <li>{@code delete} removes the rule; it is false, and changes nothing, where the scope covers none of this id.
 *   <li>{@code list} returns what the scope covers in the order of the text of the ids, behind {@code after}, which need
 *       not be there any more; {@code limit} at most, and fewer only at the end. {@code count} says how many there are.
 *   <li>{@code matching} returns the rules that the scope covers and that the lookup asks for, and no other: by their
 *       language and their {@linkplain StoredSynonymRule#keys() keys}, as they
 *       were written last; in the order of the text of the ids, {@code limit} at most. What it costs depends on the lookup,
 *       not on how many rules there are.
 *   <li>Tenants never meet: equal ids of two tenants are two rules.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface SynonymStore {
    /** Returns the rule within the scope. */
    Optional<StoredSynonymRule> find(Tx tx, Scope scope, SynonymRuleId id);

    /** Returns the rule within the scope, and locks it. */
    Optional<StoredSynonymRule> findForUpdate(Tx tx, Scope scope, SynonymRuleId id);

    /** Adds a rule; false when there is one. */
    boolean insert(Tx tx, StoredSynonymRule rule);

    /** Replaces a rule of the expected version; false when there is none. */
    boolean update(Tx tx, StoredSynonymRule rule, long expectedVersion);

    /** Removes the rule within the scope; false when there is none. */
    boolean delete(Tx tx, Scope scope, SynonymRuleId id);

    /** Returns rules within the scope by their ids; {@code after} is {@link Keyset#ofId} of a rule's id. */
    List<StoredSynonymRule> list(Tx tx, Scope scope, @Nullable Keyset after, int limit);

    /** Returns how many rules there are within the scope. */
    int count(Tx tx, Scope scope);

    /** Returns the rules within the scope that a text asks for. */
    List<StoredSynonymRule> matching(Tx tx, Scope scope, SynonymLookup lookup);
}
