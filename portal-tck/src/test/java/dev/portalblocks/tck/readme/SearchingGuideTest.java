// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.learning.SearchLearning;
import dev.portalblocks.search.learning.jdbc.JdbcLearningStorage;
import dev.portalblocks.search.learning.model.GapReport;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of the guides to searching, and to learning from it, is compiled and does what they say. */
class SearchingGuideTest {
    private static final Path PAGES = Path.of("../docs/guide");
    private static final Path SNIPPETS = Path.of("src/test/java/dev/portalblocks/tck/readme");
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));

    @Test
    void theLinesAboutSearchingAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, PAGES.resolve("searching.md")))
                .hasSize(3)
                .isEqualTo(pieces(COMPILED, SNIPPETS.resolve("SearchingSnippets.java")));
    }

    @Test
    void theLinesAboutLearningAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, PAGES.resolve("learning.md")))
                .hasSize(5)
                .isEqualTo(pieces(COMPILED, SNIPPETS.resolve("LearningSnippets.java")));
    }

    /** What a page points at is there. */
    @ParameterizedTest
    @ValueSource(strings = {"searching.md", "learning.md"})
    void everyLinkOfThePageLeadsSomewhere(String page) throws IOException {
        assertThat(LINK.matcher(Files.readString(PAGES.resolve(page))).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(PAGES.resolve(link)).exists());
    }

    @Test
    void thePageOnSearchingDoesWhatItSays() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory);
                LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            Search search = Search.of(portal, index, knowledge.searchSource());
            publish(knowledge, "Grüne Karte", "Die grüne Karte für das Kfz.");
            publish(knowledge, "Haftpflicht kündigen", "Kündigen Sie drei Monate vor dem Ende der Laufzeit.");
            ArticleId trip = publish(knowledge, "Reisen", "Vorab.\n\n## Ausland\n\nDie grüne Karte & mehr gilt hier.");
            search.follow(Actor.system(ACME, "index"));
            Page page = new Page();

            SearchResults found = SearchingSnippets.find(search, ERIKA, page);
            assertThat(page.shown)
                    .singleElement()
                    .asString()
                    .startsWith(trip.value() + "#ausland Reisen ")
                    .contains("<mark>grüne</mark> <mark>Karte</mark> &amp; mehr gilt hier.");
            assertThat(found.facets()).containsEntry(Facet.TYPE, List.of(new FacetCount("article", 1)));
            assertThat(SearchingSnippets.suggest(search, ERIKA))
                    .isEqualTo("<mark>Haft</mark>pflicht <mark>kü</mark>ndigen");
            SearchingSnippets.answer(
                    search, ERIKA, "Guten Tag, wie kann ich bitte meine Haftplicht kündigen? Danke, Erika", page);
            assertThat(page.shown).last().asString().startsWith("Haftpflicht kündigen: Kündigen Sie drei Monate");
        }
    }

    /** Another node makes the counts, half an hour later. */
    @Test
    void thePageOnLearningDoesWhatItSays() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:learning-guide;DB_CLOSE_DELAY=-1");
        Database db = Database.on(source);
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            LearningSnippets house = LearningSnippets.compose(db, index);
            InstantSource clock = house.portal.operations().clock();
            try (Portal portal = house.portal;
                    Portal later = Portal.builder(JdbcCoreStorage.on(db))
                            .clock(() -> clock.instant().plus(Duration.ofMinutes(31)))
                            .build()) {
                house.takeMessages();
                publish(house.knowledge, "Beitrag", "Der Beitrag steigt.");
                house.search.follow(Actor.system(ACME, "index"));
                run(portal, "search.learning.follow");
                for (int i = 0; i < 5; i++) {
                    house.open(ERIKA, token(house.search, "Beitrag"));
                    write(portal, token(house.search, "Quittung"));
                }
                run(portal, "search.learning.follow");
                run(portal, "search.learning.keep");
                SearchLearning.of(later, JdbcLearningStorage.on(db), index);
                run(later, "search.learning.keep");

                GapReport report = house.report(LENA);
                assertThat(report.asked()).isEqualTo(10);
                assertThat(report.unopened()).isEmpty();
                assertThat(report.followed())
                        .containsExactly(
                                new QueryGap("quittung", LanguageTag.GERMAN, new QueryCounts(5, 5, 0, 0, 0, 0, 5)));
            }
        }
    }

    private static void write(Portal portal, SearchToken token) {
        portal.operations().perform(LearningSnippets.WRITE, ERIKA, "", context -> {
            LearningSnippets.written(context, token);
            return "";
        });
    }

    private static SearchToken token(Search search, String text) {
        return Objects.requireNonNull(
                search.find(ERIKA, SearchQuery.of(text), PageRequest.first(10)).token());
    }

    private static void run(Portal portal, String task) {
        portal.maintenance().stream()
                .filter(one -> one.name().equals(task))
                .map(MaintenanceTask::work)
                .forEach(Runnable::run);
    }

    private static ArticleId publish(KnowledgeBase knowledge, String title, String body) {
        ArticleId id = knowledge
                .editor()
                .create(LENA, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, title, body)))
                .id();
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    /** A page that keeps what it shows. */
    private static final class Page implements SearchingSnippets.Shown {
        private final List<String> shown = new ArrayList<>();

        @Override
        public void show(String link, String title, String snippet) {
            shown.add(link + " " + title + " " + snippet);
        }

        @Override
        public void offer(ObjectRef source, String title, String text, double confidence) {
            assertThat(confidence).isBetween(0.0, 1.0);
            shown.add(title + ": " + text);
        }
    }

    /** Without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
