// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.answer;

import dev.portalblocks.core.model.Actor;

/**
 * Knows answers: a knowledge base, or whatever a company has in its place. Who takes in what customers write, a contact form,
 * the inbox, an assistant, asks it without knowing what stands behind it; the application joins the two.
 *
 * <ol>
 *   <li>Passages come with the best first: confidences lie above 0, at 1 at most, and never rise. There are no more than were asked
 *       for, and one of each object.
 *   <li>Where nothing fits the answer is empty, and never the least bad.
 *   <li>Any text can be asked, also one without a word. What breaks the query's limits is {@code InvalidInput}
 *       {@code command.invalid}.
 *   <li>Only what the actor may read is answered with, in the language in which they would read it; what they may not read changes
 *       neither passages nor confidences.
 *   <li>Title and text are the object's own characters, and the text is a part of what it says.
 *   <li>A question that uses an object's own words is answered with it, also inside a whole message, behind a greeting and before
 *       a farewell.
 *   <li>The same question gets the same answer while nothing changes.
 * </ol>
 *
 * <p>It takes the one way: who may not ask at all is {@code AccessDenied}, which leaves an audit entry. What was asked is kept nowhere.
 * Storage that fails throws {@code StorageFailure}; who asks beside the work of its own goes on without an answer then.
 * Thread-safe.
 */
public interface AnswerSource {
    /** Returns what answers the text, for this actor. */
    SuggestedAnswers suggestAnswers(Actor actor, AnswerQuery query);
}
