// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.faq.FaqHouse.CUSTOMER;
import static dev.portalblocks.faq.FaqHouse.EDITOR;
import static dev.portalblocks.faq.FaqHouse.OTHER;
import static dev.portalblocks.faq.FaqHouse.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaqTest {
    private final FaqHouse house = new FaqHouse();

    @Test
    void sectionsAndEntriesComeInTheEditorsOrder() {
        FaqSectionId second = house.section("Schaden");
        FaqSectionId third = house.section("Konto");
        house.published(second, "Was tun?");
        house.published(second, "Wen rufen?");
        house.published(third, "Wie kündigen?");

        assertThat(house.faq.sections(VISITOR, null))
                .extracting(FaqSection::title)
                .containsExactly("Schaden", "Konto");
        assertThat(questions(VISITOR)).containsExactly("Was tun?", "Wen rufen?", "Wie kündigen?");
    }

    @Test
    void readersNeverSeeWhatIsNotPublished() {
        FaqSectionId section = house.section("Schaden");
        FaqEntryId draft = house.draft(section, "Entwurf?");
        FaqEntryId withdrawn = house.published(section, "Zurückgezogen?");
        house.faq.editor().withdraw(EDITOR, WithdrawFaqEntry.of(withdrawn));
        house.published(section, "Sichtbar?");

        for (Actor reader : List.of(VISITOR, CUSTOMER, EDITOR)) {
            assertThat(questions(reader)).containsExactly("Sichtbar?");
            assertNotFound(reader, draft);
            assertNotFound(reader, withdrawn);
        }
    }

    @Test
    void evenAPolicyWithoutLimitsShowsReadersNoDraft() {
        AccessPolicy open = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant()));
        FaqHouse openHouse = new FaqHouse(open, storage -> storage);
        FaqEntryId draft = openHouse.draft(openHouse.section("Schaden"), "Entwurf?");

        assertThat(openHouse.faq.sections(VISITOR, null)).isEmpty();
        assertThatThrownBy(() -> openHouse.faq.read(VISITOR, draft, null)).isInstanceOf(PortalException.NotFound.class);
    }

    @Test
    void readersSeeOnlyWhatIsForTheirAudiences() {
        FaqSectionId section = house.section("Schaden");
        house.published(section, german("Alle?"));
        house.published(section, german("Angemeldete?").forAudiences(Audience.SIGNED_IN));
        FaqEntryId brokers = house.published(section, german("Makler?").forAudiences(Audience.role("broker")));
        Actor broker = CUSTOMER.withRoles("broker");

        assertThat(questions(VISITOR)).containsExactly("Alle?");
        assertThat(questions(CUSTOMER)).containsExactly("Alle?", "Angemeldete?");
        assertThat(questions(broker)).containsExactly("Alle?", "Angemeldete?", "Makler?");
        assertNotFound(CUSTOMER, brokers);
        assertThat(house.faq.read(broker, brokers, null).question()).isEqualTo("Makler?");
    }

    @Test
    void aSectionWithoutVisibleEntriesDoesNotExistForTheReader() {
        house.section("Leer");
        house.draft(house.section("Nur Entwürfe"), "Entwurf?");
        house.published(house.section("Intern"), german("Wer?").forAudiences(Audience.role("broker")));
        house.published(house.section("Offen"), german("Was?"));

        assertThat(house.faq.sections(VISITOR, null))
                .extracting(FaqSection::title)
                .containsExactly("Offen");
    }

    @Test
    void readersGetTheirLanguageOrWhatItFallsBackTo() {
        LanguageTag swiss = LanguageTag.of("de-CH");
        LanguageTag french = LanguageTag.of("fr");
        FaqSectionId section = house.section("Schaden");
        FaqEntryId both = house.published(section, german("Was?").with(ENGLISH, "What?", "This."));
        FaqEntryId frenchFirst =
                house.published(section, FaqContent.of(french, "Quoi?", "Ceci.").with(ENGLISH, "What?", "This."));

        assertServed(both, ENGLISH, ENGLISH, "What?");
        assertServed(both, swiss, GERMAN, "Was?");
        assertServed(both, french, GERMAN, "Was?"); // the portal's default
        assertServed(both, null, GERMAN, "Was?");
        assertServed(frenchFirst, swiss, french, "Quoi?"); // neither: the language that it was written in
        assertThat(house.faq.read(VISITOR, frenchFirst, null).languages()).containsExactly(french, ENGLISH);
    }

    @Test
    void aTitleIsServedInTheReadersLanguageAsWell() {
        LocalizedText title = LocalizedText.german("Schaden").with(ENGLISH, "Claims");
        FaqSectionId section =
                house.faq.outline().add(EDITOR, AddFaqSection.of(title)).id();
        house.published(section, german("Was?"));

        FaqSection served = house.faq.sections(VISITOR, LanguageTag.of("en-GB")).get(0);

        assertThat(served).returns(ENGLISH, FaqSection::language).returns("Claims", FaqSection::title);
        assertThat(served.entries()).extracting(FaqEntry::language).containsExactly(GERMAN);
    }

    @Test
    void whatIsMissingLooksLikeWhatIsForeign() {
        FaqEntryId entry = house.published(house.section("Schaden"), german("Was?"));
        Actor stranger = Actor.anonymous(OTHER);
        int entriesBefore = house.memory.contents().toString().length();

        PortalException.NotFound foreign = notFound(stranger, entry);
        PortalException.NotFound missing = notFound(stranger, FaqEntryId.of(new UUID(1, 2)));

        assertThat(foreign).hasMessage(missing.getMessage()).returns(missing.code(), PortalException::code);
        assertThat(foreign.code()).isEqualTo("faq-entry.not-found");
        assertThat(house.faq.sections(stranger, null)).isEmpty();
        assertThat(house.memory.contents().toString()).hasSize(entriesBefore);
    }

    @Test
    void aStorageOfAnotherMemoryIsRefused() {
        try (Portal portal = Portal.of(new Memory())) {
            assertThatThrownBy(() -> Faq.of(portal, MemoryFaqStorage.in(new Memory())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("faq");
        }
    }

    @Test
    void everyOperationAndEventIsRegistered() {
        try (Portal portal = Portal.of(house.memory)) {
            Faq.of(portal, MemoryFaqStorage.in(house.memory));

            assertThat(portal.blocks())
                    .filteredOn(block -> block.block().equals("faq"))
                    .singleElement()
                    .satisfies(block -> {
                        assertThat(block.operations()).hasSize(25).doesNotHaveDuplicates();
                        assertThat(block.eventTypes()).hasSize(11).doesNotHaveDuplicates();
                    });
        }
    }

    private static FaqContent german(String question) {
        return FaqContent.of(GERMAN, question, "Antwort auf " + question);
    }

    private List<String> questions(Actor reader) {
        return house.faq.sections(reader, null).stream()
                .flatMap(section -> section.entries().stream())
                .map(FaqEntry::question)
                .toList();
    }

    private void assertServed(FaqEntryId entry, @Nullable LanguageTag wanted, LanguageTag served, String question) {
        FaqEntry alone = house.faq.read(VISITOR, entry, wanted);
        assertThat(alone).returns(served, FaqEntry::language).returns(question, FaqEntry::question);
        assertThat(house.faq.sections(VISITOR, wanted))
                .flatExtracting(FaqSection::entries)
                .contains(alone);
    }

    private void assertNotFound(Actor reader, FaqEntryId entry) {
        assertThat(notFound(reader, entry).code()).isEqualTo("faq-entry.not-found");
    }

    private PortalException.NotFound notFound(Actor reader, FaqEntryId entry) {
        return catchThrowableOfType(PortalException.NotFound.class, () -> house.faq.read(reader, entry, null));
    }
}
