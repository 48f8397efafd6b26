// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how often articles were seen on days that are over, and shows it together with the views of {@link ViewStore} that are not yet
 * counted. A scope covers the views of the articles that it {@linkplain StoredArticle#isWithin admits}, in the query; those of an article
 * that is not there are covered by none.
 *
 * <ol>
 *   <li>{@code add} adds to the count of the same tenant, article, revision and day, or begins one; of concurrent callers none is lost.
 *   <li>{@code count} returns, for each day of the period and each revision, the views that are counted and those that are not, summed up, at
 *       one moment, in the order of the days and then of the revisions; without a view there is no count.
 *   <li>{@code most} returns the articles that were seen on a day of the period, with all such views summed up, counted or not, at one moment,
 *       those seen most first and then in ascending order of the text of their ids, behind {@code after}, {@code limit} at most.
 *   <li>{@code purge} removes {@code limit} of the tenant's counts of the days before this one, or all that there are, and returns how many.
 *   <li>{@code tenants} lists the tenants that have a count, each once, in ascending order of their ids, by UTF-16 or by UTF-8, after the one
 *       given: {@code limit} of them, or all that are left.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing, and takes nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ViewCountStore {
    /** Adds views of a day. */
    void add(Tx tx, StoredViewCount more);

    /** Returns how often an article was seen. */
    List<ViewCount> count(Tx tx, Scope scope, ArticleId article, ViewPeriod period);

    /** Returns what was seen most; the place of an article is {@link #place}. */
    List<ViewedArticle> most(Tx tx, Scope scope, ViewPeriod period, @Nullable Keyset after, int limit);

    /** Removes up to {@code limit} counts of earlier days; returns how many. */
    int purge(Tx tx, TenantId tenant, LocalDate before, int limit);

    /** Returns up to {@code limit} tenants whose id stands behind {@code after}; an empty text begins. */
    List<TenantId> tenants(Tx tx, String after, int limit);

    /** Returns where an article stands in the list of what was seen most. */
    static Keyset place(ViewedArticle article) {
        return new Keyset(
                Keyset.digits(Long.MAX_VALUE - article.views(), 19),
                article.article().toString());
    }

    /** Returns how often an article of this place was seen. */
    static long viewsAt(Keyset place) {
        return Long.MAX_VALUE - Long.parseLong(place.sortKey());
    }
}
