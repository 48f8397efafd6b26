// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what customers say of articles: one vote of a customer for each revision of an article. What a scope covers is decided by
 * {@link StoredVote#label()}, in the query; which articles there are is not asked.
 *
 * <ol>
 *   <li>{@code find} returns the vote that was put last, all components unchanged; what the scope does not cover is as absent as what is
 *       not there, in the same one query.
 *   <li>{@code put} takes the place of the vote that the customer has for the revision, or adds one; a concurrent second waits for the first
 *       and takes its place, so that there is never more than one.
 *   <li>{@code delete} removes the customer's vote for the revision, and no other one; false when there is none that the scope covers.
 *   <li>{@code listOf} returns the customer's votes that the scope covers, in ascending order of the text of their ids, behind {@code after},
 *       {@code limit} at most.
 *   <li>{@code deleteAllOf} removes the votes that {@code listOf} would return in all, and tells how many; no others.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface VoteStore {
    /** Returns what a customer said of a revision. */
    Optional<StoredVote> find(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision);

    /** Keeps what a customer says of a revision, in place of what they said before. */
    void put(Tx tx, StoredVote vote);

    /** Removes what a customer said of a revision; false when they said nothing. */
    boolean delete(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision);

    /** Returns what a customer said; the place of a vote is its id. */
    List<StoredVote> listOf(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit);

    /** Removes all that a customer said, and returns how many votes there were. */
    int deleteAllOf(Tx tx, Scope scope, CustomerId customer);
}
