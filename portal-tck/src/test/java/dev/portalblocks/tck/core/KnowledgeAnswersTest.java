// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.answer.AnswerSource;
import java.util.List;

class KnowledgeAnswersTest implements AnswerSourceContract {
    @Override
    public AnswerSource knowing(List<AnswerArticle> articles) {
        return KnowledgeAnswers.of(articles);
    }
}
