// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows those who look after articles what was said of them: a view of the votes that {@link VoteStore} keeps. A scope covers what was said
 * of the articles that it {@linkplain StoredArticle#isWithin admits}, in the query; what was said of an article that is not there is covered
 * by none.
 *
 * <ol>
 *   <li>{@code count} counts the article's votes that are there at one moment, those of a revision and language together, in the order of the
 *       revisions and then of the languages; without a vote there is no count.
 *   <li>{@code listTexts} returns the votes with a text, of one article or of all, in descending order of the text of their ids, which is the
 *       latest first, behind {@code after}, {@code limit} at most.
 *   <li>{@code findText} returns the vote of this id when it has a text and the scope covers it; one that was put in its place has another id.
 *   <li>{@code removeText} takes the text, and nothing else, from the vote that {@code findText} returns; false when it returns none.
 *   <li>Tenants never meet. A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface FeedbackStore {
    /** Returns how many votes there are for an article. */
    List<FeedbackCount> count(Tx tx, Scope scope, ArticleId article);

    /** Returns what was written about an article, or about all (null); the place of a text is the id of its vote. */
    List<StoredVote> listTexts(Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit);

    /** Returns the vote with this text. */
    Optional<StoredVote> findText(Tx tx, Scope scope, FeedbackId id);

    /** Removes a text; false when it is not there. */
    boolean removeText(Tx tx, Scope scope, FeedbackId id);
}
