// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.answer.AnswerSource;
import dev.portalblocks.core.answer.SuggestedAnswers;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import java.util.List;

/** A knowledge base in memory that answers. */
final class KnowledgeAnswers implements AnswerSource {
    private final AnswerSource answers;

    private KnowledgeAnswers(AnswerSource answers) {
        this.answers = answers;
    }

    /** Returns one that knows these articles, the last of them published first. */
    static KnowledgeAnswers of(List<AnswerArticle> articles) {
        Memory memory = new Memory();
        Portal portal = Portal.of(memory);
        KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
        Search search = Search.of(portal, LuceneSearchIndex.inMemory(), knowledge.searchSource());
        Actor editor = Actor.agent(AnswerArticles.ACME, "lena", "editor");
        for (AnswerArticle article : articles) {
            ArticleContent content = ArticleContent.of(LanguageTag.ENGLISH, article.title(), article.text())
                    .forAudiences(article.audience());
            ArticleId id =
                    knowledge.editor().create(editor, CreateArticle.of(content)).id();
            knowledge.editor().publish(editor, PublishArticle.of(id));
        }
        search.follow(Actor.system(AnswerArticles.ACME, "index"));
        return new KnowledgeAnswers(search.answers());
    }

    @Override
    public SuggestedAnswers suggestAnswers(Actor actor, AnswerQuery query) {
        return answers.suggestAnswers(actor, query);
    }
}
