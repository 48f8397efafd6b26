// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.markdown.ImportOptions;
import dev.portalblocks.kb.markdown.ImportReport;
import dev.portalblocks.kb.markdown.MarkdownImport;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.tck.example.QuickstartContent.Question;
import dev.portalblocks.tck.jdbc.Databases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart's articles outlive the process that imported them, and are found again with an index made anew. */
class QuickstartOnDatabaseTest {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final Actor HOST = Actor.system(TENANT, "test");
    private static final Actor EDITOR = Actor.agent(TENANT, "erna", "editor");
    private static final Actor CUSTOMER = Actor.customer(TENANT, CustomerId.of("4711"));
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    /** Where the database's file and the pictures are. */
    @TempDir
    Path folder;

    /** Closed to the last connection, and opened again from its file. */
    @Test
    void whatWasImportedIsFoundAgainInAFileOfH2() throws IOException {
        Seen before;
        try (HikariDataSource source = file()) {
            before = importedInto(Database.on(source));
        }
        assertThat(folder.resolve("portal.mv.db")).isNotEmptyFile();
        try (HikariDataSource source = file()) {
            assertFoundAgain(Database.on(source), before);
        }
    }

    /** By another portal on the same database. */
    @Test
    void whatWasImportedIsFoundAgainInPostgres() throws IOException {
        Database db = Databases.POSTGRESQL.database();
        Seen before = importedInto(db);
        assertFoundAgain(db, before);
    }

    private Seen importedInto(Database db) throws IOException {
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcKnowledgeStorage.SCHEMA, JdbcFaqStorage.SCHEMA);
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = Portal.of(db, FileContentStore.in(contents()))) {
            Blocks blocks = Blocks.of(portal, db, index);
            ImportReport first = blocks.importArticles();
            assertThat(first.refusals()).isEmpty();
            assertThat(first.created()).isEqualTo(QuickstartContent.articles().size());
            blocks.answerAQuestion();
            blocks.search.follow(HOST);
            Seen seen = blocks.seen();
            assertThat(seen.articles).hasSize(first.created());
            assertThat(seen.hits).allSatisfy(hits -> assertThat(hits).isNotEmpty());
            return seen;
        }
    }

    /** Also by a second import, for which there is nothing to do. */
    private void assertFoundAgain(Database db, Seen before) throws IOException {
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = Portal.of(db, FileContentStore.in(contents()))) {
            Blocks blocks = Blocks.of(portal, db, index);
            blocks.search.follow(HOST);
            assertThat(blocks.seen()).isEqualTo(before);
            assertThat(blocks.importArticles().unchanged()).isEqualTo(before.articles.size());
        }
    }

    private HikariDataSource file() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("portal").toAbsolutePath());
        return new HikariDataSource(pool);
    }

    private Path contents() throws IOException {
        return Files.createDirectories(folder.resolve("contents"));
    }

    /** All that a customer gets: articles, their pictures, categories, sections, and what answers each question. */
    private record Seen(
            List<Article> articles,
            List<Integer> pictures,
            List<CategorySummary> categories,
            List<FaqSection> sections,
            List<List<ObjectRef>> hits) {}

    /** What the portal is composed of. */
    private record Blocks(KnowledgeBase knowledge, Faq faq, Search search) {
        static Blocks of(Portal portal, Database db, LuceneSearchIndex index) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
            Faq faq = Faq.of(portal, JdbcFaqStorage.on(db));
            return new Blocks(knowledge, faq, Search.of(portal, index, knowledge.searchSource(), faq.searchSource()));
        }

        ImportReport importArticles() throws IOException {
            return MarkdownImport.into(knowledge, ImportOptions.named("quickstart"))
                    .run(HOST, QuickstartContent.ARTICLES);
        }

        void answerAQuestion() {
            FaqSectionId section = faq.outline()
                    .add(EDITOR, AddFaqSection.of(LocalizedText.german("Beitrag")))
                    .id();
            FaqContent content = FaqContent.of(LanguageTag.GERMAN, "Wann wird abgebucht?", "Am **Ersten** des Monats.");
            faq.editor()
                    .publish(
                            EDITOR,
                            PublishFaqEntry.of(faq.editor()
                                    .add(EDITOR, AddFaqEntry.of(section, content))
                                    .id()));
        }

        Seen seen() {
            List<Article> articles = knowledge.list(CUSTOMER, null, null, ALL).items().stream()
                    .map(summary -> knowledge.read(CUSTOMER, summary.id(), null))
                    .toList();
            List<Integer> pictures = articles.stream()
                    .flatMap(article -> article.assets().stream().map(asset -> size(article, asset)))
                    .toList();
            List<List<ObjectRef>> hits = Stream.concat(
                            Stream.of("abgebucht am Ersten"),
                            QuickstartContent.questions().stream().map(Question::text))
                    .map(this::hits)
                    .toList();
            return new Seen(
                    articles, pictures, knowledge.categories(CUSTOMER, null), faq.sections(CUSTOMER, null), hits);
        }

        private List<ObjectRef> hits(String question) {
            return search.find(CUSTOMER, SearchQuery.of(question), PageRequest.first(3)).hits().items().stream()
                    .map(SearchHit::object)
                    .toList();
        }

        private int size(Article article, Asset asset) {
            try (InputStream bytes = knowledge.openAsset(CUSTOMER, article.id(), asset.path())) {
                int size = bytes.readAllBytes().length;
                assertThat((long) size).isEqualTo(asset.size());
                return size;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
