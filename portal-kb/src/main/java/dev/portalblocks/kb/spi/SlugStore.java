// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what articles are and were called in addresses: each name of a language is one article's. Only the scope's tenant decides; who may
 * see the article is asked of {@link ArticleStore} and {@link PublishedArticleStore}.
 *
 * <ol>
 *   <li>{@code find} returns what was inserted, all components unchanged; slugs that differ in any character, or in their language, are
 *       different.
 *   <li>{@code insert} is false, and changes nothing, when the slug is taken in this language, by whichever article; a concurrent second
 *       waits for the first.
 *   <li>{@code delete} removes the slug where it is this article's; else it is false and changes nothing.
 *   <li>{@code list} returns all slugs of the article, those of a language together, the latest first.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface SlugStore {
    /** Returns whose slug this is. */
    Optional<StoredSlug> find(Tx tx, Scope scope, LanguageTag language, String slug);

    /** Adds a slug; false when it is taken. */
    boolean insert(Tx tx, StoredSlug slug);

    /** Removes a slug; false when the article does not have it. */
    boolean delete(Tx tx, Scope scope, ArticleId article, LanguageTag language, String slug);

    /** Returns all slugs of an article. */
    List<StoredSlug> list(Tx tx, Scope scope, ArticleId article);
}
