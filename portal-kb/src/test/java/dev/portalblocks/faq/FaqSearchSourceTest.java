// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.faq.FaqHouse.ACME;
import static dev.portalblocks.faq.FaqHouse.EDITOR;
import static dev.portalblocks.faq.FaqHouse.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FaqSearchSourceTest {
    private final FaqHouse house = new FaqHouse();
    private final FaqSectionId section = house.section("Schaden");
    private final SearchSource source = house.faq.searchSource();

    @Test
    void anEntryIsFoundInEachOfItsLanguages() {
        FaqContent content = FaqContent.of(GERMAN, "Was tun?", "**Ruhe** bewahren.")
                .with(ENGLISH, "What to do?", "Keep calm.")
                .forAudiences(Audience.SIGNED_IN);
        ObjectRef object = ObjectRef.of("faq", house.published(section, content));

        SearchChange change = source.read(ACME, object);

        assertThat(change.object()).isEqualTo(object);
        assertThat(change.documents())
                .containsExactly(
                        new SearchDocument(
                                object,
                                GERMAN,
                                List.of(GERMAN, ENGLISH),
                                Set.of(Audience.SIGNED_IN),
                                "Was tun?",
                                SearchText.of("Ruhe bewahren."),
                                SearchFacts.in(Set.of(section.toString())).changed(house.time())),
                        new SearchDocument(
                                object,
                                ENGLISH,
                                List.of(GERMAN, ENGLISH),
                                Set.of(Audience.SIGNED_IN),
                                "What to do?",
                                SearchText.of("Keep calm."),
                                SearchFacts.in(Set.of(section.toString())).changed(house.time())));
    }

    @Test
    void whatIsNotPublishedIsNotFound() {
        FaqEntryId draft = house.draft(section, "Entwurf?");
        FaqEntryId withdrawn = house.published(section, "Zurückgezogen?");
        FaqEntryId removed = house.published(section, "Entfernt?");
        house.faq.editor().withdraw(EDITOR, WithdrawFaqEntry.of(withdrawn));
        house.faq.editor().remove(EDITOR, RemoveFaqEntry.of(removed));

        for (FaqEntryId id : List.of(draft, withdrawn, removed)) {
            ObjectRef object = ObjectRef.of("faq", id);
            assertThat(source.read(ACME, object)).isEqualTo(new SearchChange(object, List.of()));
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsNotOursHasNoDocuments() {
        FaqEntryId entry = house.published(section, "Was?");

        for (ObjectRef object : List.of(
                ObjectRef.of("article", entry), ObjectRef.of("faq", "no-uuid"), ObjectRef.of("faq", new UUID(1, 2)))) {
            assertThat(source.read(ACME, object)).isEqualTo(new SearchChange(object, List.of()));
        }
        assertThat(source.read(OTHER, ObjectRef.of("faq", entry)).documents()).isEmpty();
    }

    @Test
    void everythingPublishedIsHandedOverOnceOverManyPages() {
        FaqSectionId second = house.section("Konto");
        List<ObjectRef> expected = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            FaqEntryId entry = house.draft(i % 2 == 0 ? section : second, "Frage " + i);
            if (i % 10 != 0) {
                expected.add(ObjectRef.of("faq", house.publish(entry)));
            }
        }

        assertThat(all()).extracting(SearchChange::object).containsExactlyElementsOf(expected);
        assertThat(source.objectType()).isEqualTo("faq");
    }

    private List<SearchChange> all() {
        List<SearchChange> all = new ArrayList<>();
        source.readAll(ACME, all::add);
        return all;
    }
}
