// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.markdown.ImportOptions;
import dev.portalblocks.kb.markdown.MarkdownImport;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.tck.example.QuickstartContent.Question;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The quickstart's articles answer what customers ask in their own words. */
class QuickstartAnswersTest {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final Actor HOST = Actor.system(TENANT, "test");
    private static final Actor CUSTOMER = Actor.customer(TENANT, CustomerId.of("4711"));
    private static final String SOURCE = "quickstart";

    @Test
    void theFirstArticleFoundIsMostlyTheRightOne() throws IOException {
        Memory memory = new Memory();
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = Portal.of(memory)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            Search search = Search.of(portal, index, knowledge.searchSource());
            MarkdownImport.into(knowledge, ImportOptions.named(SOURCE)).run(HOST, QuickstartContent.ARTICLES);
            search.follow(HOST);

            Map<ObjectRef, String> paths = paths(knowledge);
            List<Question> questions = QuickstartContent.questions();
            List<String> misses = questions.stream()
                    .filter(question -> !firstFound(search, paths, question).equals(question.article()))
                    .map(question -> question.text() + "\n    found " + firstFound(search, paths, question)
                            + ", right is " + question.article())
                    .toList();
            double first = 1 - (double) misses.size() / questions.size();
            String report = "P@1 of the quickstart's %d questions: %.3f%n%s"
                    .formatted(questions.size(), first, String.join("\n", misses));
            System.out.println(report);

            assertThat(first).as(report).isGreaterThanOrEqualTo(QuickstartContent.FLOOR);
        }
    }

    private static String firstFound(Search search, Map<ObjectRef, String> paths, Question question) {
        return search
                .find(CUSTOMER, SearchQuery.of(question.text()).among("article"), PageRequest.first(1))
                .hits()
                .items()
                .stream()
                .map(hit -> paths.getOrDefault(hit.object(), "?"))
                .findFirst()
                .orElse("nothing");
    }

    private static Map<ObjectRef, String> paths(KnowledgeBase knowledge) {
        return knowledge.intake().list(HOST, SOURCE, PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
                .collect(Collectors.toMap(
                        article -> ObjectRef.of("article", article.id()),
                        article -> article.source().path()));
    }
}
