// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles as readers see them: only what is published, never a draft. What a scope covers is decided by
 * {@link StoredArticle#publishedLabel()}, in the query.
 *
 * <ol>
 *   <li>{@code find} returns what is published; what is not, or not for the scope's audiences, is as absent as what is
 *       not there, in the same one query.
 *   <li>{@code list} returns published articles in ascending order of the text of their ids, behind {@code after},
 *       {@code limit} at most; with a category, those that stand in it.
 *   <li>{@code countByCategory} counts what {@code list} of each category would return in all; a category of which
 *       nothing is visible is not in the map.
 *   <li>A draft beside the published text changes nothing of what is returned.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface PublishedArticleStore {
    /** Returns the published article within the scope. */
    Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id);

    /** Returns published articles; the place of one is its id. */
    List<PublishedArticle> list(Tx tx, Scope scope, @Nullable CategoryId category, @Nullable Keyset after, int limit);

    /** Returns how many published articles stand in each category. */
    Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope);
}
