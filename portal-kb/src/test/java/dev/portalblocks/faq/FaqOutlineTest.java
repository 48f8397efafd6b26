// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.faq.FaqHouse.ACME;
import static dev.portalblocks.faq.FaqHouse.CUSTOMER;
import static dev.portalblocks.faq.FaqHouse.EDITOR;
import static dev.portalblocks.faq.FaqHouse.OTHER;
import static dev.portalblocks.faq.FaqHouse.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.EditedFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.OrderFaqEntries;
import dev.portalblocks.faq.model.OrderFaqSections;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FaqOutlineTest {
    private final FaqHouse house = new FaqHouse();
    private final FaqOutline outline = house.faq.outline();
    private final FaqSectionId a = house.section("A");
    private final FaqSectionId b = house.section("B");
    private final FaqSectionId c = house.section("C");

    @Test
    void sectionsStandInTheOrderTheyWerePutIn() {
        List.of(a, b, c).forEach(section -> house.published(section, "Frage?"));

        assertThat(outline.order(EDITOR, OrderFaqSections.of(c, a, b)))
                .extracting(EditedFaqSection::id)
                .containsExactly(c, a, b);

        assertThat(house.faq.sections(VISITOR, null)).extracting(FaqSection::id).containsExactly(c, a, b);
        FaqSectionId last = house.section("D");
        assertThat(outline.sections(EDITOR)).extracting(EditedFaqSection::id).containsExactly(c, a, b, last);
    }

    @Test
    void anOrderNamesEachSectionThereIsOnce() {
        FaqSectionId missing = FaqSectionId.of(new UUID(1, 2));
        FaqSectionId foreign = house.section(Actor.agent(OTHER, "otto", "editor"), "Fremd");
        var before = house.memory.contents();

        assertOrderConflict(() -> outline.order(EDITOR, OrderFaqSections.of(a, b)));
        assertOrderConflict(() -> outline.order(EDITOR, OrderFaqSections.of(a, b, c, missing)));
        assertOrderConflict(() -> outline.order(EDITOR, OrderFaqSections.of(a, b, foreign)));
        assertOrderConflict(() -> outline.order(EDITOR, OrderFaqSections.of()));
        assertThatThrownBy(() -> outline.order(EDITOR, OrderFaqSections.of(a, b, b)))
                .asInstanceOf(type(PortalException.InvalidInput.class))
                .returns("faq-order.duplicate", PortalException::code);

        assertThat(house.memory.contents()).isEqualTo(before);
    }

    @Test
    void entriesStandInTheOrderTheyWerePutInAndKeepTheirVersions() {
        FaqEntryId one = house.published(a, "Eins?");
        FaqEntryId two = house.draft(a, "Zwei?");
        FaqEntryId three = house.published(a, "Drei?");

        assertThat(outline.orderEntries(EDITOR, OrderFaqEntries.of(a, three, two, one)))
                .extracting(EditedFaqEntry::id, EditedFaqEntry::version)
                .containsExactly(tuple(three, 2L), tuple(two, 1L), tuple(one, 2L));

        assertThat(house.faq.sections(VISITOR, null))
                .flatExtracting(FaqSection::entries)
                .extracting(FaqEntry::id)
                .containsExactly(three, one);
        assertThat(house.eventTypes()).endsWith("section-ordered");
    }

    @Test
    void anOrderNamesEachEntryOfTheSectionOnce() {
        FaqEntryId one = house.published(a, "Eins?");
        FaqEntryId two = house.draft(a, "Zwei?");
        FaqEntryId elsewhere = house.draft(b, "Drei?");
        var before = house.memory.contents();

        assertOrderConflict(() -> outline.orderEntries(EDITOR, OrderFaqEntries.of(a, one)));
        assertOrderConflict(() -> outline.orderEntries(EDITOR, OrderFaqEntries.of(a, one, elsewhere)));
        assertOrderConflict(() -> outline.orderEntries(EDITOR, OrderFaqEntries.of(a, one, two, elsewhere)));
        assertThatThrownBy(() -> outline.orderEntries(EDITOR, OrderFaqEntries.of(a, one, two, one)))
                .asInstanceOf(type(PortalException.InvalidInput.class))
                .returns("faq-order.duplicate", PortalException::code);

        assertThat(house.memory.contents()).isEqualTo(before);
    }

    @Test
    void theOrderThatThereIsLeavesNothing() {
        FaqEntryId one = house.draft(a, "Eins?");
        FaqEntryId two = house.draft(a, "Zwei?");
        var before = house.memory.contents();

        outline.order(EDITOR, OrderFaqSections.of(a, b, c));
        outline.orderEntries(EDITOR, OrderFaqEntries.of(a, one, two));
        outline.rename(EDITOR, RenameFaqSection.of(a, LocalizedText.german("A")));

        assertThat(house.memory.contents()).isEqualTo(before);
    }

    @Test
    void anOrderFillsTheGapsThatMovesLeave() {
        FaqEntryId one = house.draft(a, "Eins?");
        FaqEntryId two = house.draft(a, "Zwei?");
        FaqEntryId three = house.draft(a, "Drei?");
        house.faq.editor().move(EDITOR, new MoveFaqEntry(two, b));
        house.faq.editor().move(EDITOR, new MoveFaqEntry(two, a));

        assertThat(outline.entries(EDITOR, a)).extracting(EditedFaqEntry::id).containsExactly(one, three, two);
        outline.orderEntries(EDITOR, OrderFaqEntries.of(a, two, one, three));
        assertThat(outline.entries(EDITOR, a)).extracting(EditedFaqEntry::id).containsExactly(two, one, three);
    }

    @Test
    void entriesOutOfReachKeepTheirPlaces() {
        Audience brokers = Audience.role("broker");
        FaqHouse narrowed = new FaqHouse(
                RolePolicy.standard().narrowedBy((tx, actor, permission) -> {
                    Scope all = Scope.wholeTenant(actor.tenant());
                    return Decision.allow(
                            actor.identity().equals("bea") ? all.ofAudiences(Bound.only(Set.of(brokers))) : all);
                }),
                storage -> storage);
        Actor bea = Actor.agent(ACME, "bea", "editor");
        FaqSectionId section = narrowed.section("Makler");
        FaqEntryId mine = narrowed.draft(section, broker("Eins?"));
        FaqEntryId open = narrowed.draft(section, "Zwei?");
        FaqEntryId alsoMine = narrowed.draft(section, broker("Drei?"));

        narrowed.faq.outline().orderEntries(bea, OrderFaqEntries.of(section, alsoMine, mine));

        assertThat(narrowed.faq.outline().entries(EDITOR, section))
                .extracting(EditedFaqEntry::id)
                .containsExactly(alsoMine, open, mine);
    }

    @Test
    void onlyAnEmptySectionIsRemoved() {
        FaqEntryId entry = house.draft(a, "Entwurf?");

        assertThatThrownBy(() -> outline.remove(EDITOR, RemoveFaqSection.of(a)))
                .asInstanceOf(type(PortalException.Conflict.class))
                .returns("faq-section.not-empty", PortalException::code);
        house.faq.editor().move(EDITOR, new MoveFaqEntry(entry, b));
        outline.remove(EDITOR, RemoveFaqSection.of(a));

        assertThat(outline.sections(EDITOR)).extracting(EditedFaqSection::id).containsExactly(b, c);
        assertThat(house.eventTypes()).endsWith("section-removed");
    }

    @Test
    void aVersionThatIsNotTheCurrentOneIsAConflict() {
        LocalizedText title = LocalizedText.german("Anders");
        EditedFaqSection renamed =
                outline.rename(EDITOR, RenameFaqSection.of(a, title).expecting(1));
        assertThat(renamed).returns(2L, EditedFaqSection::version).returns(title, EditedFaqSection::title);

        assertVersionConflict(
                () -> outline.rename(EDITOR, RenameFaqSection.of(a, title).expecting(1)));
        assertVersionConflict(
                () -> outline.remove(EDITOR, RemoveFaqSection.of(a).expecting(1)));
        outline.remove(EDITOR, RemoveFaqSection.of(a).expecting(2));
    }

    @Test
    void anotherPlaceIsNoNewVersion() {
        outline.order(EDITOR, OrderFaqSections.of(c, b, a));

        assertThat(outline.sections(EDITOR))
                .extracting(EditedFaqSection::version)
                .containsOnly(1L);
    }

    @Test
    void aKeyAddsOnce() {
        AddFaqSection command = AddFaqSection.of(LocalizedText.german("D")).once(IdempotencyKey.of("one"));

        assertThat(outline.add(EDITOR, command)).isEqualTo(outline.add(EDITOR, command));
        assertThat(outline.sections(EDITOR)).hasSize(4);
    }

    @Test
    void authorsSeeTheOutlineAndEditorsChangeIt() {
        for (Actor other : List.of(VISITOR, CUSTOMER, Actor.agent(ACME, "clara", "service"))) {
            assertDenied("faq.edit.denied", () -> outline.sections(other));
            assertDenied("faq.edit.denied", () -> outline.entries(other, a));
            assertArrangesNothing(other);
        }
        Actor author = Actor.agent(ACME, "arno", "author");
        assertThat(outline.sections(author)).hasSize(3);
        assertArrangesNothing(author);
    }

    private void assertArrangesNothing(Actor other) {
        LocalizedText title = LocalizedText.german("D");
        assertDenied("faq.publish.denied", () -> outline.add(other, AddFaqSection.of(title)));
        assertDenied("faq.publish.denied", () -> outline.rename(other, RenameFaqSection.of(a, title)));
        assertDenied("faq.publish.denied", () -> outline.remove(other, RemoveFaqSection.of(a)));
        assertDenied("faq.publish.denied", () -> outline.order(other, OrderFaqSections.of(c, b, a)));
        assertDenied("faq.publish.denied", () -> outline.orderEntries(other, OrderFaqEntries.of(a)));
    }

    @Test
    void whatIsMissingLooksLikeWhatIsForeign() {
        Actor stranger = Actor.agent(OTHER, "otto", "editor");
        LocalizedText title = LocalizedText.german("Fremd");
        for (FaqSectionId id : List.of(a, FaqSectionId.of(new UUID(1, 2)))) {
            assertNotFound(() -> outline.rename(stranger, RenameFaqSection.of(id, title)));
            assertNotFound(() -> outline.remove(stranger, RemoveFaqSection.of(id)));
            assertNotFound(() -> outline.entries(stranger, id));
            assertNotFound(() -> outline.orderEntries(stranger, OrderFaqEntries.of(id)));
        }
        assertThat(outline.sections(stranger)).isEmpty();
    }

    @Test
    void thereAreTwoHundredSections() {
        for (int i = 3; i < FaqOutline.MAX_SECTIONS; i++) {
            house.section("Abschnitt " + i);
        }

        assertThatThrownBy(() -> house.section("Einer zu viel"))
                .asInstanceOf(type(PortalException.LimitExceeded.class))
                .returns("faq-section.limit", PortalException::code);
    }

    private static FaqContent broker(String question) {
        return FaqContent.of(GERMAN, question, "Ja.").forAudiences(Audience.role("broker"));
    }

    private static void assertOrderConflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.Conflict.class))
                .returns("faq-order.conflict", PortalException::code);
    }

    private static void assertVersionConflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.Conflict.class))
                .returns("faq-section.version-conflict", PortalException::code);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.NotFound.class))
                .returns("faq-section.not-found", PortalException::code);
    }

    private static void assertDenied(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.AccessDenied.class))
                .returns(code, PortalException::code);
    }
}
