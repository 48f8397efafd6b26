// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.ArticleFeedback;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.VoteOnArticle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it takes to say whether an article helped, and to see it. */
final class FeedbackStatements {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));

    private FeedbackStatements() {}

    static Map<String, List<String>> of(Database db, StatementLog log) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (Portal portal = Portal.of(db)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
            ArticleId article = knowledge
                    .editor()
                    .create(LENA, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Melden.")))
                    .id();
            knowledge.editor().publish(LENA, PublishArticle.of(article));
            ArticleFeedback feedback = knowledge.feedback();
            VoteOnArticle vote = new VoteOnArticle(article, 1, LanguageTag.GERMAN, true, "Gut.");
            log.takeAll();

            feedback.vote(ERIKA, vote);
            found.put("kb.feedback.vote", log.takeAll());
            feedback.vote(ERIKA, vote);
            found.put("kb.feedback.vote of the same", log.takeAll());
            feedback.vote(ERIKA, vote.saying("Sehr gut."));
            found.put("kb.feedback.vote of another", log.takeAll());
            feedback.counts(LENA, article);
            found.put("kb.feedback.count", log.takeAll());
            feedback.texts(LENA, null, PageRequest.first(20));
            found.put("kb.feedback.texts", log.takeAll());
        }
        return found;
    }
}
