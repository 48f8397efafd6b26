// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles as readers see them: only what is published, never a draft. What a scope covers is decided by
 * {@link StoredArticle#publishedLabel()}, in the query.
 *
 * <ol>
 *   <li>{@code find} returns what is published at {@code moment}; what is not, or not for the scope's audiences, is as absent
 *       as what is not there, in the same one query. A showing begins with its first moment and ends before its last. A
 *       moment before an article's last change stands for that, here and in {@code list} and {@code countByCategory}.
 *   <li>{@code list} returns what is published at {@code moment}, in ascending order of the text of the articles' ids, behind
 *       {@code after}, {@code limit} at most; with a category, what stands in it.
 *   <li>{@code countByCategory} counts what {@code list} of each category would return in all; a category of which
 *       nothing is visible is not in the map.
 *   <li>A draft beside the published text changes nothing of what is returned.
 *   <li>{@code findSchedule} and {@code listSchedules} return articles of which something is shown at {@code since} or later, to whom
 *       the scope admits, with all that is shown of them from then on; what was over before may be there or not. An article of which
 *       nothing is shown from then on is absent. The list is in the order of {@code list}.
 *   <li>{@code findBySlug} returns what {@code findSchedule} does of the article that {@link SlugStore} has this slug for, whether or not it
 *       is called so now; a slug that is nobody's, and one of an article that the scope does not show, is as absent, in the same one
 *       query.
 *   <li>{@code listOf} returns what {@code find} does of each of these articles that it returns, in any order, in one query.
 *   <li>A category that the storage's {@link CategoryStore} does not have, or no longer, is none: what is returned does not stand in it,
 *       nothing is listed in it, and it is not counted.
 *   <li>{@code findStamp} returns the stamp of what {@code findSchedule} would return, by one query that reads no text; each change of an
 *       article, and the removal of a category that it is shown in, makes another one.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface PublishedArticleStore {
    /** Returns what is published of the article, within the scope. */
    Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment);

    /** Returns what is and will be published of the article that has this slug, within the scope. */
    Optional<PlannedArticle> findBySlug(Tx tx, Scope scope, LanguageTag language, String slug, Instant since);

    /** Returns what is published of these articles, 100 at most, within the scope. */
    List<PublishedArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids, Instant moment);

    /** Returns what is published; the place of an article is its id. */
    List<PublishedArticle> list(
            Tx tx, Scope scope, Instant moment, @Nullable CategoryId category, @Nullable Keyset after, int limit);

    /** Returns how many published articles stand in each category. */
    Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment);

    /** Returns what is and will be published of the article, within the scope. */
    Optional<PlannedArticle> findSchedule(Tx tx, Scope scope, ArticleId id, Instant since);

    /** Returns by what it is told whether something of the article is still so, within the scope. */
    Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since);

    /** Returns what is and will be published; the place of an article is its id. */
    List<PlannedArticle> listSchedules(Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit);
}
