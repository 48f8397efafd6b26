// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.knowledge;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;

/** Shows that the knowledge base and its search run without an FAQ, on the module path. */
public final class KnowledgeAlone {
    private KnowledgeAlone() {}

    /** Prints the module it runs in, and the answer of one call. */
    public static void main(String[] args) {
        Memory memory = new Memory();
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = Portal.of(memory)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            Search search = Search.of(portal, index, knowledge.searchSource());
            TenantId acme = TenantId.of("acme");
            publishOne(knowledge, Actor.agent(acme, "edda", "editor"));
            search.follow(Actor.system(acme, "index"));
            System.out.println(KnowledgeAlone.class.getModule().getName());
            SearchQuery question = SearchQuery.of("Beitrag").in(LanguageTag.GERMAN);
            for (SearchHit hit : search.find(Actor.anonymous(acme), question, PageRequest.first(10))
                    .hits()
                    .items()) {
                System.out.println(hit.title().text());
            }
        }
    }

    private static void publishOne(KnowledgeBase knowledge, Actor editor) {
        ArticleContent content = ArticleContent.of(
                LanguageTag.GERMAN, "Der Versicherungsbeitrag", "So setzt sich zusammen, was Sie im Jahr zahlen.");
        ArticleId article =
                knowledge.editor().create(editor, CreateArticle.of(content)).id();
        knowledge.editor().publish(editor, PublishArticle.of(article));
    }
}
