// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A search engine. It follows the log of events and is no part of a transaction.
 *
 * <ol>
 *   <li>{@code update} makes all changes and the new progress visible together, to every search that begins after it has
 *       returned; each object has exactly the documents of its last change. A change of a customer removes all documents that are this
 *       customer's own, of the changes before it as well.
 *   <li>Taking the same changes again changes nothing.
 *   <li>{@code rebuild} replaces everything that a tenant has, but for the kinds in {@code keeping}, by what {@code writer} adds;
 *       until it returns, searches find the old; if it throws, they go on to.
 *   <li>{@code search} finds only documents that the query's scope for their kind of object covers: of this tenant, for one
 *       of its audiences, in the state {@link dev.portalblocks.core.access.Permission#PUBLISHED}, and where a document is a
 *       customer's own, of one of its customers; of a kind that has no scope, or that is not asked for, none.
 *   <li>Of an object in several languages it finds the one that comes first in the query's languages; if there is none,
 *       the one that it was written in; never two.
 *   <li>Hits come best first; the order is the same each time while nothing changes; a page begins right behind
 *       {@code after}, so that pages neither repeat nor miss a hit.
 *   <li>Any text is a search: also quotes, brackets, operators and lone surrogates. One without a word that can be
 *       searched for finds nothing.
 *   <li>Title and snippet hold the document's own characters; matches lie within them.
 *   <li>{@code progress} is empty for a tenant without an index, and after that what the last {@code update} or
 *       {@code rebuild} gave, with all that is owed.
 *   <li>Of each set in the query's filter that is not empty, a hit has one: its kind, one of its categories, one of its tags
 *       letter by letter.
 *   <li>Each facet that is asked for, and no other, counts all hits of all pages by each of its values, the most frequent first, of
 *       equal counts the smaller value; by what the query's filter says of this facet itself, it is not narrowed. Only
 *       what the scopes cover is counted.
 *   <li>A correction is another text than the query's, in which words that stand in nothing that the scopes cover are replaced
 *       by words that do, or quotation marks and minus signs that left nothing are gone. An engine may have none.
 *   <li>What the query's visibility says was withdrawn behind the progress of the state that is searched is neither found nor
 *       counted, and no correction comes from it: an object as itself, a customer as all documents of its own. What
 *       {@code search} can't be told, it doesn't answer.
 *   <li>A document that is shown from or until an instant is neither found nor counted before and after, and no correction comes
 *       from it; the instant from which it is shown belongs to the time, the one until which does not.
 *   <li>Where the query's text says one of the {@code terms} of one of its synonyms, in any form, its words one behind the other,
 *       documents that hold what is {@linkplain dev.portalblocks.search.model.SynonymTerms#foundBy found} by that term, its
 *       words together, are found as well. That is one step: what is found by a term leads on to nothing. A synonym that
 *       the text says no term of changes nothing; and none shows what the scopes do not cover, or lets it count.
 *   <li>What stands between two quotation marks has to stand in a hit in this order; what begins a word behind a minus, at the
 *       beginning of the text or behind a space, has not to be in it. A mark without its other means nothing, neither does a minus
 *       within a word or before a space.
 *   <li>Of a query that is being typed, and ends in a letter, the last word is found as the beginning of one in titles.
 *   <li>{@code suggest} returns up to {@code limit} objects in whose titles words begin with each word of the query, in any order, from the
 *       first letter on; the best first and the same each time while nothing changes. What it may suggest, in which language, and among
 *       what the filter leaves is as for {@code search}.
 *   <li>Of an object there is one suggestion, and of suggestions with the same title, without regard to case, the first; those in the
 *       first of the query's languages, of whatever region, come before others.
 *   <li>Any text may be typed; one without a word suggests nothing. A suggestion's title holds the document's own characters; what
 *       was typed lies within it.
 *   <li>A page behind a place is a page of the list that the place was found in, as of the instant of that search: what was updated
 *       or rebuilt since, and what signals would say today, changes neither the hits nor their order, so that a reader who
 *       goes on to the end has seen each hit once. So it is after eight further updates at least.
 *   <li>Of that list a page shows what the query's visibility shows when the page is asked for: what was withdrawn since, and whose
 *       time is over, is neither on it nor counted.
 *   <li>A place in a list that the engine does not have any more, or never had for this tenant and a reader who sees as much, is
 *       refused with {@code InvalidInput} {@code cursor.expired}: the reader begins anew. What no search gave as a place is
 *       {@code cursor.invalid}.
 * </ol>
 *
 * <p>Storage that fails throws {@code StorageFailure}. Thread-safe; {@code update} and {@code rebuild} of one tenant are
 * called by one thread at a time.
 */
public interface SearchIndex extends AutoCloseable {
    /** Returns how far the tenant's index has come. */
    Optional<IndexProgress> progress(TenantId tenant);

    /** Takes changes and how far the index has come with them. */
    void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress);

    /**
     * Replaces a tenant's index, except for the objects of the kinds to keep; {@code writer} is called once with where to add each
     * object of other kinds, once.
     */
    void rebuild(TenantId tenant, Set<String> keeping, Consumer<Consumer<SearchChange>> writer, IndexProgress progress);

    /** Replaces all of a tenant's index. */
    default void rebuild(TenantId tenant, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
        rebuild(tenant, Set.of(), writer, progress);
    }

    /** Returns up to {@code limit} of the tenant's hits behind a place, which is null for the best, and what is told beside them. */
    IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit);

    /** Returns up to {@code limit} of the tenant's titles that somebody may be typing; the query's facets mean nothing here. */
    List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit);

    /** Releases what it holds. */
    @Override
    void close();
}
