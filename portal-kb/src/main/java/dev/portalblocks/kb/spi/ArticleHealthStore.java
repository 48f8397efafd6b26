// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows which articles need care: a view of the articles that {@link ArticleStore} keeps, within the scopes that it admits, of the votes of
 * {@link VoteStore} and of the views of {@link ViewStore} and {@link ViewCountStore}. It looks at the published articles of which readers
 * see something at {@link HealthLimits#now} or later. An article has a reason
 *
 * <ul>
 *   <li>{@code REVIEW_OVERDUE} where its day of review is before {@link HealthLimits#today};
 *   <li>{@code TRANSLATION_OUTDATED} where one of its {@linkplain ShownText texts} that lasts is outdated;
 *   <li>{@code UNCHANGED} where it was changed before {@link HealthLimits#unchangedSince};
 *   <li>{@code UNHELPFUL} where of the votes for the latest revision that has one, which are as many as the limit says, fewer than the limit's
 *       share say that it helped;
 *   <li>{@code UNSEEN} where it was changed before {@link HealthLimits#unseenSince}, and has no view of {@link HealthLimits#unseenFrom} or later.
 * </ul>
 *
 * <ol>
 *   <li>{@code owners} counts the articles of each owner, those of equal characters only, and those of nobody, with their reasons, at one
 *       moment, in the order of the owners, nobody last; who has no article is left out.
 *   <li>{@code needy} returns the articles with a reason, of one owner or of all, those with most reasons first and then in ascending order of
 *       the text of their ids, behind {@code after}, {@code limit} at most.
 *   <li>Tenants never meet.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ArticleHealthStore {
    /** Returns how the articles of each owner are. */
    List<OwnerHealth> owners(Tx tx, Scope scope, HealthLimits limits);

    /** Returns the articles that need care; the place of one is {@link #place}. */
    List<NeedyArticle> needy(
            Tx tx, Scope scope, HealthLimits limits, @Nullable String owner, @Nullable Keyset after, int limit);

    /** Returns where an article stands in the list of those that need care. */
    static Keyset place(NeedyArticle article) {
        return new Keyset(
                Integer.toString(9 - article.reasons().size()),
                article.article().toString());
    }

    /** Returns how many reasons an article of this place has. */
    static int reasonsAt(Keyset place) {
        return 9 - Integer.parseInt(place.sortKey());
    }
}
