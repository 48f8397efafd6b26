// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.answer.AnswerSource;
import dev.portalblocks.core.answer.SuggestedAnswers;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.IndexQuery;
import java.util.function.BiFunction;

/**
 * Answers what customers write with passages of what they can find. Who may search may ask, and gets no passage of what they
 * would not find.
 *
 * <p>Thread-safe.
 */
public final class Answers implements AnswerSource {
    private final Operations operations;
    private final Operation operation;
    private final AnsweringIndex index;
    private final BiFunction<OperationContext, AnswerQuery, IndexQuery> asked;

    Answers(
            Operations operations,
            Operation operation,
            AnsweringIndex index,
            BiFunction<OperationContext, AnswerQuery, IndexQuery> asked) {
        this.operations = operations;
        this.operation = operation;
        this.index = index;
        this.asked = asked;
    }

    /**
     * Returns the best passages with how sure they are; none where nothing fits. Of an object there is one passage, at most
     * 300 characters long where the index is ours.
     */
    @Override
    public SuggestedAnswers suggestAnswers(Actor actor, AnswerQuery query) {
        return operations.ask(
                operation,
                actor,
                query,
                context -> new SuggestedAnswers(
                        index.answers(actor.tenant(), asked.apply(context, query), query.atMost())));
    }
}
