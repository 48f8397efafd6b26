// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is withdrawn is found by no search that begins after its commit, on every node, while nobody follows the log. */
class WithdrawalsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor PROGRAM = Actor.system(ACME, "index");
    private static final Actor VISITOR = Actor.anonymous(ACME);
    private static final CustomerId ERIKA = CustomerId.of("4711");

    /** What the issue of erasure will bring; here it only says so. */
    record Erased(CustomerId customer) {
        static final EventType<Erased> TYPE = EventType.withdrawal("portalblocks.test.erased.v1", Erased.class);
        static final Operation OPERATION = Operation.writing("test.erase", Permission.forStaff("test.erase"));
    }

    /** Two nodes on one storage, each with an index of its own. */
    private static final class Nodes implements AutoCloseable {
        private final CoreStorage core;
        private final Portal portal;
        private final Portal other;
        private final KnowledgeBase knowledge;
        private final Faq faq;
        private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
        private final LuceneSearchIndex otherIndex = LuceneSearchIndex.inMemory();
        private final List<Search> searches;

        Nodes(CoreStorage core, KnowledgeStorage articles, FaqStorage entries) {
            this.core = core;
            portal = Portal.builder(core).build();
            other = Portal.builder(core).build();
            knowledge = KnowledgeBase.of(portal, articles);
            faq = Faq.of(portal, entries);
            portal.register(BlockContribution.of("test", Erased.OPERATION).emitting(Erased.TYPE));
            searches = List.of(
                    Search.of(portal, index, knowledge.searchSource(), faq.searchSource(), new Letters()),
                    Search.of(
                            other,
                            otherIndex,
                            KnowledgeBase.of(other, articles).searchSource(),
                            Faq.of(other, entries).searchSource(),
                            new Letters()));
        }

        void follow() {
            searches.forEach(search -> search.follow(PROGRAM));
        }

        /** Removes the whole log, as its retention does. */
        void forget() {
            core.domain().<Boolean>write(tx -> {
                core.events().removeUpTo(tx, ACME, core.events().end(tx, ACME));
                return true;
            });
        }

        @Override
        public void close() {
            portal.close();
            other.close();
            index.close();
            otherIndex.close();
        }
    }

    @Test
    void inMemory() {
        Memory memory = new Memory();
        try (Nodes nodes = new Nodes(
                MemoryCoreStorage.in(memory), MemoryKnowledgeStorage.in(memory), MemoryFaqStorage.in(memory))) {
            whatIsWithdrawnIsFoundByNoSearch(nodes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onDatabases(Databases kind) {
        Database db = Databases.on(kind.fresh());
        try (Nodes nodes = new Nodes(JdbcCoreStorage.on(db), JdbcKnowledgeStorage.on(db), JdbcFaqStorage.on(db))) {
            whatIsWithdrawnIsFoundByNoSearch(nodes);
        }
    }

    private static void whatIsWithdrawnIsFoundByNoSearch(Nodes nodes) {
        ArticleId archived = publish(nodes, german("Archiviert"));
        ArticleId narrowed = publish(nodes, german("Verengt"));
        ArticleId translated = publish(nodes, german("Übersetzt").with(LanguageTag.ENGLISH, "Translated", "Beitrag"));
        ArticleId changed = publish(nodes, german("Geändert"));
        FaqEntryId withdrawn = publish(nodes, "Zurückgezogen?");
        FaqEntryId removed = publish(nodes, "Entfernt?");
        FaqEntryId narrowedEntry = publish(nodes, "Eingeengt?");
        nodes.follow();
        expect(
                nodes,
                VISITOR,
                "Archiviert",
                "Verengt",
                "Übersetzt",
                "Geändert",
                "Zurückgezogen?",
                "Entfernt?",
                "Eingeengt?");

        nodes.knowledge.editor().archive(LENA, ArchiveArticle.of(archived));
        expect(nodes, VISITOR, "Verengt", "Übersetzt", "Geändert", "Zurückgezogen?", "Entfernt?", "Eingeengt?");
        change(nodes, narrowed, german("Verengt").forAudiences(Audience.role("agent")));
        change(nodes, translated, german("Übersetzt"));
        change(nodes, changed, german("Anders"));
        expect(nodes, VISITOR, "Geändert", "Zurückgezogen?", "Entfernt?", "Eingeengt?");
        nodes.faq.editor().withdraw(LENA, WithdrawFaqEntry.of(withdrawn));
        nodes.faq.editor().remove(LENA, RemoveFaqEntry.of(removed));
        nodes.faq
                .editor()
                .change(
                        LENA,
                        ChangeFaqEntry.of(narrowedEntry, entry("Eingeengt?").forAudiences(Audience.SIGNED_IN)));
        nodes.faq.editor().publish(LENA, PublishFaqEntry.of(narrowedEntry));
        expect(nodes, VISITOR, "Geändert");

        nodes.forget();
        expect(nodes, VISITOR, "Geändert");
        nodes.follow();
        expect(nodes, VISITOR, "Übersetzt", "Anders");
        whatIsAnErasedCustomersIsFoundByNoSearch(nodes);
    }

    private static void whatIsAnErasedCustomersIsFoundByNoSearch(Nodes nodes) {
        Actor erika = Actor.customer(ACME, ERIKA);
        Actor other = Actor.customer(ACME, CustomerId.of("4712"));
        expect(nodes, erika, "Übersetzt", "Anders", "Eingeengt?", "Brief an 4711");
        nodes.portal.operations().perform(Erased.OPERATION, PROGRAM, "", context -> {
            context.emit(Erased.TYPE, ObjectRef.of("customer", ERIKA), new Erased(ERIKA));
            return true;
        });
        expect(nodes, erika, "Übersetzt", "Anders", "Eingeengt?");
        expect(nodes, other, "Übersetzt", "Anders", "Eingeengt?", "Brief an 4712");

        nodes.follow(); // the index passes by, and no look at the log tells any more
        expect(nodes, erika, "Übersetzt", "Anders", "Eingeengt?");
        expect(nodes, other, "Übersetzt", "Anders", "Eingeengt?", "Brief an 4712");
    }

    /** Nor does a search tell anything where it can't know, until the index has been built from the log that there is. */
    @Test
    void anIndexOfAnotherLogDoesNotAnswer() {
        Memory before = new Memory();
        Memory after = new Memory();
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal first = Portal.of(before);
                Portal second = Portal.of(after)) {
            KnowledgeBase old = KnowledgeBase.of(first, MemoryKnowledgeStorage.in(before));
            ArticleId article =
                    old.editor().create(LENA, CreateArticle.of(german("Alt"))).id();
            old.editor().publish(LENA, PublishArticle.of(article));
            Search.of(first, index, old.searchSource()).follow(PROGRAM);
            KnowledgeBase knowledge = KnowledgeBase.of(second, MemoryKnowledgeStorage.in(after));
            Search search = Search.of(second, index, knowledge.searchSource());

            assertThatThrownBy(() -> titles(search, VISITOR))
                    .isInstanceOf(PortalException.StorageFailure.class)
                    .hasMessageContaining("search.index-behind");
            search.follow(PROGRAM);
            assertThat(titles(search, VISITOR)).isEmpty();
        }
    }

    private static void expect(Nodes nodes, Actor reader, String... titles) {
        for (Search search : nodes.searches) {
            assertThat(titles(search, reader)).containsExactlyInAnyOrder(titles);
            SearchResults found = results(search, reader);
            assertThat(found.facets().getOrDefault(Facet.TYPE, List.of()).stream()
                            .mapToLong(FacetCount::hits)
                            .sum())
                    .isEqualTo(titles.length);
        }
    }

    private static List<String> titles(Search search, Actor reader) {
        return results(search, reader).hits().items().stream()
                .map(hit -> hit.title().text())
                .toList();
    }

    private static SearchResults results(Search search, Actor reader) {
        return search.find(reader, SearchQuery.of("Beitrag").counting(Facet.TYPE), PageRequest.first(20));
    }

    private static ArticleId publish(Nodes nodes, ArticleContent content) {
        ArticleId id =
                nodes.knowledge.editor().create(LENA, CreateArticle.of(content)).id();
        nodes.knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    private static void change(Nodes nodes, ArticleId id, ArticleContent content) {
        nodes.knowledge.editor().edit(LENA, EditArticle.of(id, content));
        nodes.knowledge.editor().publish(LENA, PublishArticle.of(id));
    }

    private static FaqEntryId publish(Nodes nodes, String question) {
        var section = nodes.faq
                .outline()
                .add(LENA, AddFaqSection.of(LocalizedText.german(question)))
                .id();
        FaqEntryId id = nodes.faq
                .editor()
                .add(LENA, AddFaqEntry.of(section, entry(question)))
                .id();
        nodes.faq.editor().publish(LENA, PublishFaqEntry.of(id));
        return id;
    }

    private static ArticleContent german(String title) {
        return ArticleContent.of(LanguageTag.GERMAN, title, "Der Beitrag.");
    }

    private static FaqContent entry(String question) {
        return FaqContent.of(LanguageTag.GERMAN, question, "Der Beitrag.");
    }
}
