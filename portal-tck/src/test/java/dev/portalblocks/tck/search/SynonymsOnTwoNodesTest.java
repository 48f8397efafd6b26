// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.Synonyms;
import dev.portalblocks.search.jdbc.JdbcSynonymStorage;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.ChangeSynonymRule;
import dev.portalblocks.search.model.RemoveSynonymRule;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What editors say counts on every node for each search that begins after their commit, while nobody follows the log. */
class SynonymsOnTwoNodesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor EDDA = Actor.agent(ACME, "edda", "editor");
    private static final Actor VISITOR = Actor.anonymous(ACME);

    /** A process of its own, as far as one can be: on the shared database, with an index of its own. */
    private static final class Node implements AutoCloseable {
        private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
        private final Portal portal;
        private final KnowledgeBase knowledge;
        private final Synonyms synonyms;
        private final Search search;

        Node(Database db) {
            portal = Portal.builder(JdbcCoreStorage.on(db)).build();
            knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
            synonyms = Synonyms.of(portal, JdbcSynonymStorage.on(db));
            search = Search.of(portal, index, synonyms, knowledge.searchSource());
        }

        @Override
        public void close() {
            portal.close();
            index.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatEditorsSayCountsAtOnceOnEveryNode(Databases kind) {
        Database db = Databases.on(kind.fresh());
        try (Node one = new Node(db);
                Node other = new Node(db)) {
            publish(one, "Elektronik", "Unsere Elektronikversicherungen gelten weltweit.");
            publish(one, "Wohnen", "Wir bieten die Deckung der Wohnungseinrichtung an.");
            List.of(one, other).forEach(node -> node.search.follow(Actor.system(ACME, "index")));
            expect("Handyschutz", one, other);

            SynonymRule phone = one.synonyms.add(
                    EDDA,
                    AddSynonymRule.of(SynonymTerms.of(GERMAN, "Handyschutz").finding("Elektronikversicherung")));
            expect("Handyschutz", one, other, "Elektronik");
            expect("handy-schutz?", one, other, "Elektronik");
            expect("Handyschuzt", one, other, "Elektronik");
            expect("Elektronikversicherung", one, other, "Elektronik");

            other.synonyms.change(
                    EDDA,
                    ChangeSynonymRule.of(
                            phone.id(), SynonymTerms.of(GERMAN, "Brünsel", "Deckung der Wohnungseinrichtung")));
            expect("Handyschutz", one, other);
            expect("BRUENSELN", one, other, "Wohnen");

            one.synonyms.remove(EDDA, RemoveSynonymRule.of(phone.id()));
            expect("Brünsel", one, other);
        }
    }

    private static void expect(String text, Node one, Node other, String... titles) {
        for (Node node : List.of(one, other)) {
            assertThat(node.search
                            .find(VISITOR, SearchQuery.of(text), PageRequest.first(10))
                            .hits()
                            .items())
                    .extracting(hit -> hit.title().text())
                    .as(text)
                    .containsExactly(titles);
        }
    }

    private static void publish(Node node, String title, String text) {
        ArticleId id = node.knowledge
                .editor()
                .create(EDDA, CreateArticle.of(ArticleContent.of(GERMAN, title, text)))
                .id();
        node.knowledge.editor().publish(EDDA, PublishArticle.of(id));
    }
}
