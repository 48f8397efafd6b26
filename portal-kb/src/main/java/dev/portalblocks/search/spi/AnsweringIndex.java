// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.model.TenantId;
import java.util.List;

/**
 * A search engine that takes a whole message as well as a query: it weighs greeting, story and typos, and judges by itself
 * whether anything fits.
 *
 * <ol>
 *   <li>Passages come with the best first: confidences lie above 0, at 1 at most, and never rise. There are {@code limit} at most, and
 *       one of each object.
 *   <li>A message with which no document has to do gets none.
 *   <li>Any text is a message, and none has operators: also one of signs alone, of lone surrogates, or of nothing.
 *   <li>They are of documents alone that {@link SearchIndex#search} would find for such a query, by its visibility and its filter,
 *       in the same language. What the reader does not see changes neither passages nor confidences.
 *   <li>Title and text are the document's own characters; the text is a part of its body, or its title where the body is empty. The
 *       anchor is that of the section in which the first word that fits stands; null before the first heading, and where the title alone fits.
 *   <li>A question in a document's own words is answered with it, also behind a greeting and before a farewell.
 *   <li>The same message gets the same passages and confidences while nothing changes, and when the same changes were taken again.
 * </ol>
 *
 * <p>What else holds for the engine holds here.
 */
public interface AnsweringIndex extends SearchIndex {
    /** Returns what answers the query's text, which is a message of up to 10,000 characters; facets are not counted. */
    List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit);
}
