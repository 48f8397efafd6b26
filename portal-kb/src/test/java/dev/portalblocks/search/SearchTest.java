// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Editorial editorial = new Editorial();
    private final Faq faq = Faq.of(editorial.portal, MemoryFaqStorage.in(editorial.memory));
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Search search =
            Search.of(editorial.portal, index, editorial.knowledge.searchSource(), faq.searchSource());

    @AfterEach
    void close() {
        editorial.close();
        index.close();
    }

    @Test
    void noOperationWritesToTheIndexWhichFollowsTheLog() {
        editorial.publish(editorial.german("Zahlungsweise", "monatlich"));

        assertThat(find(NOBODY, "monatlich")).isEmpty();
        search.follow(PROGRAM);
        assertThat(find(NOBODY, "monatlich")).hasSize(1);
    }

    @Test
    void theMaintenanceTaskFollowsForEveryTenant() {
        editorial.publish(editorial.german("Zahlungsweise", "monatlich"));

        editorial.portal.maintenance().stream()
                .filter(task -> task.name().equals("search.follow"))
                .map(MaintenanceTask::work)
                .forEach(Runnable::run);

        assertThat(find(NOBODY, "monatlich")).hasSize(1);
    }

    @Test
    void articlesAndQuestionsAreFoundTogetherAndApart() {
        ArticleId article = editorial.publish(editorial.german("Fahrrad", "Das Fahrrad wurde gestohlen."));
        FaqEntryId entry = ask("Was tun, wenn das Fahrrad weg ist?", "Melden Sie es uns.");
        search.follow(PROGRAM);

        assertThat(find(NOBODY, "Fahrrad"))
                .extracting(hit -> hit.object().type())
                .containsExactlyInAnyOrder("article", "faq");
        assertThat(only("article"))
                .singleElement()
                .satisfies(hit -> assertThat(ArticleId.of(hit.object())).isEqualTo(article));
        assertThat(only("faq"))
                .singleElement()
                .satisfies(hit -> assertThat(FaqEntryId.of(hit.object())).isEqualTo(entry));
    }

    @Test
    void aDraftIsNotFoundAndWhatIsArchivedIsFoundNoMore() {
        ArticleId id = editorial.publish(editorial.german("Alt", "Drahtesel"));
        editorial.knowledge.editor().edit(LENA, EditArticle.of(id, editorial.german("Neu", "Velociped")));
        search.follow(PROGRAM);
        assertThat(find(NOBODY, "Velociped")).isEmpty();
        assertThat(find(NOBODY, "Drahtesel")).hasSize(1);

        editorial.knowledge.editor().publish(LENA, PublishArticle.of(id));
        search.follow(PROGRAM);
        assertThat(find(NOBODY, "Velociped")).hasSize(1);
        assertThat(find(NOBODY, "Drahtesel")).isEmpty();

        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(id));
        search.follow(PROGRAM);
        assertThat(find(NOBODY, "Velociped")).isEmpty();
    }

    @Test
    void aReaderFindsWhatIsForThemOnly() {
        editorial.publish(editorial.german("Offen", "Beitrag"));
        editorial.publish(editorial.german("Kunden", "Beitrag").forAudiences(Audience.SIGNED_IN));
        editorial.publish(editorial.german("Makler", "Beitrag").forAudiences(Audience.role("broker")));
        search.follow(PROGRAM);

        assertThat(find(NOBODY, "Beitrag")).hasSize(1);
        assertThat(find(ERIKA, "Beitrag")).hasSize(2);
        assertThat(find(ERIKA.withRoles("broker"), "Beitrag")).hasSize(3);
        assertThat(find(
                        Actor.customer(
                                TenantId.of("other"), ERIKA.findCustomer().orElseThrow()),
                        "Beitrag"))
                .isEmpty();
    }

    @Test
    void anArticleIsFoundOnceInTheLanguageInWhichItWouldBeRead() {
        editorial.publish(editorial.german("Rechnung", "Portal Beleg").with(LanguageTag.ENGLISH, "Invoice", "portal"));
        search.follow(PROGRAM);

        Page<SearchHit> english = search.find(
                        NOBODY, SearchQuery.of("portal").in(LanguageTag.of("en-GB")), PageRequest.first(10))
                .hits();
        Page<SearchHit> german = search.find(NOBODY, SearchQuery.of("portal"), PageRequest.first(10))
                .hits();

        assertThat(english.items())
                .singleElement()
                .satisfies(hit -> assertThat(hit.language()).isEqualTo(LanguageTag.ENGLISH));
        assertThat(german.items())
                .singleElement()
                .satisfies(hit -> assertThat(hit.language()).isEqualTo(LanguageTag.GERMAN));
    }

    @Test
    void pagesOfResultsNeitherRepeatNorMissOne() {
        for (int number = 0; number < 23; number++) {
            editorial.publish(editorial.german("Beitrag " + number, "Text ".repeat(number)));
        }
        search.follow(PROGRAM);
        List<SearchHit> found = new ArrayList<>();

        Page<SearchHit> page = search.find(NOBODY, SearchQuery.of("Beitrag"), PageRequest.first(5))
                .hits();
        found.addAll(page.items());
        while (page.next() != null) {
            page = search.find(
                            NOBODY,
                            SearchQuery.of("Beitrag"),
                            PageRequest.first(5).after(page.next()))
                    .hits();
            found.addAll(page.items());
        }

        assertThat(found).extracting(SearchHit::object).doesNotHaveDuplicates().hasSize(23);
        assertThat(found).extracting(SearchHit::score).isSortedAccordingTo((one, two) -> Double.compare(two, one));
    }

    @Test
    void aCursorOfAnotherQueryIsInvalid() {
        for (int number = 0; number < 3; number++) {
            editorial.publish(editorial.german("Beitrag " + number, "Rechnung"));
        }
        search.follow(PROGRAM);
        Page<SearchHit> page = search.find(NOBODY, SearchQuery.of("Beitrag"), PageRequest.first(1))
                .hits();

        assertThatThrownBy(() -> search.find(
                                NOBODY,
                                SearchQuery.of("Rechnung"),
                                PageRequest.first(1).after(page.next()))
                        .hits())
                .isInstanceOf(PortalException.InvalidInput.class)
                .hasMessageContaining("cursor.invalid");
    }

    @Test
    void aMatchIsMarkedAndTheRestEscaped() {
        editorial.publish(editorial.german("Titel", "Der Beitrag & die Steuer: 1 < 2"));
        search.follow(PROGRAM);

        assertThat(find(NOBODY, "Beitrag").get(0).snippet().toHtml())
                .contains("<mark>Beitrag</mark> &amp; die Steuer: 1 &lt; 2");
    }

    private List<SearchHit> find(Actor reader, String text) {
        return search.find(reader, SearchQuery.of(text), PageRequest.first(10))
                .hits()
                .items();
    }

    private List<SearchHit> only(String type) {
        return search.find(NOBODY, SearchQuery.of("Fahrrad").among(type), PageRequest.first(10))
                .hits()
                .items();
    }

    private FaqEntryId ask(String question, String answer) {
        var section = faq.outline()
                .add(LENA, AddFaqSection.of(LocalizedText.german("Allgemeines")))
                .id();
        FaqEntryId id = faq.editor()
                .add(LENA, AddFaqEntry.of(section, FaqContent.of(LanguageTag.GERMAN, question, answer)))
                .id();
        faq.editor().publish(LENA, PublishFaqEntry.of(id));
        return id;
    }
}
