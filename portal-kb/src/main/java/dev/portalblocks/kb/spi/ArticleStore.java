// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.SourceKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps articles as editors see them. What a scope covers is decided by {@link StoredArticle#isWithin}: both the draft and
 * what is or was published, as far as they are there, are for an audience that the scope admits.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} of the article that it found, and
 *       every other {@code update} of the version that it found, waiting until the transaction ends; it sees what was
 *       committed last.
 *   <li>{@code findBySource} finds the article that came from a place; there is one at most.
 *   <li>{@code insert} is false, and changes nothing, when the id or the source is taken in this tenant; a concurrent
 *       second waits for the first.
 *   <li>{@code update} replaces the article where its version is the one before and its source the same; else it is false
 *       and changes nothing.
 *   <li>{@code list} returns articles in ascending order of the text of their ids, and {@code listBySource} those of one
 *       import in the order of their paths, which is that of their code points or that of their UTF-16 units, behind
 *       {@code after}, {@code limit} at most; what is inserted or changed meanwhile makes no other article appear twice or
 *       not at all.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 *   <li>{@code listOf} returns what {@code find} does of each of these articles, 100 at most, that it returns; in any order, in one query.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface ArticleStore {
    /** Returns the article within the scope. */
    Optional<StoredArticle> find(Tx tx, Scope scope, ArticleId id);

    /** Returns the article within the scope, and locks it. */
    Optional<StoredArticle> findForUpdate(Tx tx, Scope scope, ArticleId id);

    /** Returns the article that came from this place, within the scope. */
    Optional<StoredArticle> findBySource(Tx tx, Scope scope, SourceKey source);

    /** Adds an article; false when its id or source is taken. */
    boolean insert(Tx tx, StoredArticle article);

    /** Replaces an article of the version before; false when there is none. */
    boolean update(Tx tx, StoredArticle article);

    /** Returns articles in the order of their ids; the place of one is its id. */
    List<StoredArticle> list(Tx tx, Scope scope, @Nullable Keyset after, int limit);

    /** Returns these articles, as far as they are within the scope. */
    List<StoredArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids);

    /** Returns articles of one import in the order of their paths; the place of one is its path. */
    List<StoredArticle> listBySource(Tx tx, Scope scope, String source, @Nullable Keyset after, int limit);
}
