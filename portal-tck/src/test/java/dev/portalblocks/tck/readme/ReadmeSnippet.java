// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import java.util.List;

/** The lines that the README shows, between its two marks. */
final class ReadmeSnippet {
    private ReadmeSnippet() {}

    static List<SearchHit> run() {
        // README begins
        Memory memory = new Memory();
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = Portal.of(memory)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            Search search = Search.of(portal, index, knowledge.searchSource());
            TenantId acme = TenantId.of("acme");

            Actor lena = Actor.agent(acme, "lena", "editor");
            ArticleContent text =
                    ArticleContent.of(LanguageTag.GERMAN, "Zahlungsweise umstellen", "So zahlen Sie monatlich.");
            EditedArticle draft = knowledge.editor().create(lena, CreateArticle.of(text));
            knowledge.editor().publish(lena, PublishArticle.of(draft.id()));

            search.follow(Actor.system(acme, "index")); // or let portal.maintenance() do it each second
            Actor erika = Actor.customer(acme, CustomerId.of("4711"));
            Page<SearchHit> hits = search.find(
                            erika, SearchQuery.of("kann ich jeden Monat zahlen"), PageRequest.first(10))
                    .hits();
            // README ends
            return hits.items();
        }
    }
}
