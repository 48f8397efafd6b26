// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.faq.FaqHouse.ACME;
import static dev.portalblocks.faq.FaqHouse.CUSTOMER;
import static dev.portalblocks.faq.FaqHouse.EDITOR;
import static dev.portalblocks.faq.FaqHouse.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.ConfirmFaqTranslation;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.model.KeepFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.RestoreFaqRevision;
import dev.portalblocks.faq.model.ReturnFaqEntry;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.model.TextStatus;
import dev.portalblocks.search.model.SearchDocument;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entries live as articles do; the clocks of the tenant's wall are those of Berlin. */
class FaqLifeTest {
    private static final FaqContent OLD = FaqContent.of(GERMAN, "Alt?", "Ja.");
    private static final FaqContent NEW = FaqContent.of(GERMAN, "Neu?", "Nein.");
    private static final LocalDateTime DECEMBER = LocalDateTime.parse("2026-12-01T00:00:00");
    private static final LocalDateTime JANUARY = LocalDateTime.parse("2027-01-01T00:00:00");
    private static final Actor AUTHOR = Actor.agent(ACME, "arno", "author");

    private final FaqHouse house = new FaqHouse();
    private final FaqEditor editor = house.faq.editor();
    private final FaqWorkflow workflow = house.faq.workflow();
    private final FaqSectionId section = house.section("Schaden");

    @Test
    void aDraftStandsBesideWhatReadersSeeUntilItIsPublished() {
        FaqEntryId entry = house.published(section, OLD);

        EditedFaqEntry changed = editor.change(AUTHOR, ChangeFaqEntry.of(entry, NEW));

        assertThat(changed.draft()).isEqualTo(NEW);
        assertThat(changed.published())
                .extracting(revision -> revision.content())
                .isEqualTo(OLD);
        assertThat(question()).contains("Alt?");
        house.publish(entry);
        assertThat(question()).contains("Neu?");
        assertThat(house.faq.read(VISITOR, entry, null))
                .returns(2L, FaqEntry::revision)
                .returns(house.time(), FaqEntry::publishedAt);
    }

    @Test
    void whatIsPlannedIsShownFromItsFirstMomentOnAndUntilItsLast() {
        FaqEntryId entry = house.draft(section, OLD);
        editor.publish(EDITOR, PublishFaqEntry.of(entry).shown(DECEMBER, JANUARY));

        assertThat(question()).isEmpty();
        assertThat(house.eventTypes()).endsWith("entry-scheduled");
        house.setTime("2026-11-30T22:59:59.999999Z");
        assertThat(question()).isEmpty();
        house.setTime("2026-11-30T23:00:00Z");
        assertThat(question()).contains("Alt?");
        house.setTime("2026-12-31T22:59:59.999999Z");
        assertThat(question()).contains("Alt?");
        house.setTime("2026-12-31T23:00:00Z");
        assertThat(question()).isEmpty();
        assertThat(house.faq.sections(VISITOR, null)).isEmpty();
    }

    @Test
    void whatIsPlannedIsHandedToTheSearchWithItsTimes() {
        FaqEntryId entry = house.published(section, OLD);
        editor.change(EDITOR, ChangeFaqEntry.of(entry, NEW));
        editor.publish(EDITOR, PublishFaqEntry.of(entry).shown(DECEMBER, null));
        Instant december = Instant.parse("2026-11-30T23:00:00Z");

        assertThat(house.faq
                        .searchSource()
                        .read(ACME, ObjectRef.of("faq", entry))
                        .documents())
                .satisfiesExactly(
                        old -> assertShown(old, "Alt?", null, december),
                        planned -> assertShown(planned, "Neu?", december, null));
    }

    @Test
    void aPlanIsGivenUpAndReadersGoOnToSeeWhatTheySee() {
        FaqEntryId entry = house.published(section, OLD);
        editor.withdraw(EDITOR, WithdrawFaqEntry.of(entry).at(DECEMBER));

        workflow.keep(EDITOR, KeepFaqEntry.of(entry));

        house.setTime("2026-12-24T12:00:00Z");
        assertThat(question()).contains("Alt?");
        assertConflict("faq-entry.nothing-planned", () -> workflow.keep(EDITOR, KeepFaqEntry.of(entry)));
    }

    @Test
    void aWithdrawnEntryIsKeptAndPublishingBringsItBack() {
        FaqEntryId entry = house.published(section, OLD);

        EditedFaqEntry withdrawn = editor.withdraw(EDITOR, WithdrawFaqEntry.of(entry));

        assertThat(withdrawn.state()).isEqualTo(FaqEntryState.WITHDRAWN);
        assertThat(question()).isEmpty();
        assertConflict("faq-entry.not-published", () -> editor.withdraw(EDITOR, WithdrawFaqEntry.of(entry)));
        house.publish(entry);
        assertThat(question()).contains("Alt?");
    }

    @Test
    void eachLanguageGoesItsWay() {
        FaqEntryId entry = house.published(section, OLD);
        editor.change(AUTHOR, ChangeFaqEntry.of(entry, NEW.with(ENGLISH, "New?", "No.")));

        editor.publish(EDITOR, PublishFaqEntry.of(entry).in(ENGLISH));

        assertThat(house.faq.read(VISITOR, entry, ENGLISH).question()).isEqualTo("New?");
        assertThat(house.faq.read(VISITOR, entry, GERMAN).question()).isEqualTo("Alt?");
        assertThat(editor.read(EDITOR, entry).texts())
                .extracting(TextStatus::language, TextStatus::draft)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(GERMAN, TextState.DRAFT),
                        org.assertj.core.api.Assertions.tuple(ENGLISH, null));
        editor.withdraw(EDITOR, WithdrawFaqEntry.of(entry).in(ENGLISH));
        assertThat(house.faq.read(VISITOR, entry, ENGLISH).language()).isEqualTo(GERMAN);
        assertThat(house.eventTypes()).endsWith("entry-published", "entry-narrowed", "entry-scheduled");
    }

    @Test
    void anOutdatedTranslationIsToldUntilItIsConfirmed() {
        FaqEntryId entry = house.published(section, OLD.with(ENGLISH, "Old?", "Yes."));
        editor.change(AUTHOR, ChangeFaqEntry.of(entry, NEW.with(ENGLISH, "Old?", "Yes.")));
        house.publish(entry);

        assertThat(house.faq.read(VISITOR, entry, ENGLISH).outdated()).isTrue();
        assertThat(house.faq.read(VISITOR, entry, GERMAN).outdated()).isFalse();
        workflow.confirm(AUTHOR, ConfirmFaqTranslation.of(entry, ENGLISH));
        assertThat(house.faq.read(VISITOR, entry, ENGLISH).outdated()).isFalse();
        assertConflict(
                "faq-entry.not-outdated", () -> workflow.confirm(AUTHOR, ConfirmFaqTranslation.of(entry, ENGLISH)));
    }

    @Test
    void whereReviewIsWantedNothingIsPublishedThatNobodySubmitted() {
        FaqHouse strict = FaqHouse.reviewed();
        FaqEntryId entry = strict.draft(strict.section("Schaden"), OLD);
        FaqEditor edit = strict.faq.editor();
        FaqWorkflow way = strict.faq.workflow();

        assertConflict("faq-entry.not-reviewed", () -> edit.publish(EDITOR, PublishFaqEntry.of(entry)));
        way.submit(AUTHOR, SubmitFaqEntry.of(entry, GERMAN));
        EditedFaqEntry returned = way.sendBack(EDITOR, ReturnFaqEntry.of(entry, "Zu kurz", GERMAN));
        assertThat(returned.texts()).singleElement().returns("Zu kurz", TextStatus::note);
        assertConflict("faq-entry.not-in-review", () -> way.sendBack(EDITOR, ReturnFaqEntry.of(entry, "Noch", GERMAN)));
        assertConflict("faq-entry.not-reviewed", () -> edit.publish(EDITOR, PublishFaqEntry.of(entry)));
        way.submit(AUTHOR, SubmitFaqEntry.of(entry, GERMAN));
        edit.change(AUTHOR, ChangeFaqEntry.of(entry, NEW)); // takes it back
        assertConflict("faq-entry.not-reviewed", () -> edit.publish(EDITOR, PublishFaqEntry.of(entry)));
        way.submit(AUTHOR, SubmitFaqEntry.of(entry, GERMAN));
        assertThat(edit.publish(EDITOR, PublishFaqEntry.of(entry)).state()).isEqualTo(FaqEntryState.PUBLISHED);
        assertConflict("faq-entry.nothing-to-review", () -> way.submit(AUTHOR, SubmitFaqEntry.of(entry, GERMAN)));
    }

    @Test
    void anEarlierRevisionIsRestoredAsADraft() {
        FaqEntryId entry = house.published(section, OLD);
        editor.change(EDITOR, ChangeFaqEntry.of(entry, NEW));
        house.publish(entry);

        assertThat(editor.revisions(AUTHOR, entry, PageRequest.first(10)).items())
                .extracting(revision -> revision.content())
                .containsExactly(NEW, OLD);
        assertThat(workflow.restore(AUTHOR, RestoreFaqRevision.of(entry, 1)).draft())
                .isEqualTo(OLD);
        assertThat(question()).contains("Neu?");
        assertThatThrownBy(() -> workflow.restore(AUTHOR, RestoreFaqRevision.of(entry, 3)))
                .asInstanceOf(type(PortalException.NotFound.class))
                .returns("revision.not-found", PortalException::code);
    }

    @Test
    void whatIsRemovedTakesItsRevisionsAlong() {
        FaqEntryId entry = house.published(section, OLD);
        house.published(section, NEW);

        editor.remove(EDITOR, RemoveFaqEntry.of(entry));

        assertThat(house.memory.contents().get("faq.revision")).hasSize(1);
        assertThat(question()).contains("Neu?");
    }

    @Test
    void aPlanBringsNoOtherReaders() {
        FaqEntryId entry = house.published(section, OLD);
        editor.change(EDITOR, ChangeFaqEntry.of(entry, OLD.forAudiences(Audience.SIGNED_IN)));

        assertConflict(
                "faq-entry.plan-moves-it",
                () -> editor.publish(EDITOR, PublishFaqEntry.of(entry).shown(DECEMBER, null)));
        house.publish(entry);
        assertThat(question()).isEmpty();
        assertThat(house.faq.read(CUSTOMER, entry, null).question()).isEqualTo("Alt?");
        assertThat(house.eventTypes()).endsWith("entry-narrowed", "entry-published");
    }

    @Test
    void theConflictOfTwoEditorsCarriesWhatIsThere() {
        FaqEntryId entry = house.draft(section, OLD);
        EditedFaqEntry changed = editor.change(AUTHOR, ChangeFaqEntry.of(entry, NEW));

        PortalException.Conflict conflict = catchThrowableOfType(
                PortalException.Conflict.class,
                () -> editor.change(EDITOR, ChangeFaqEntry.of(entry, OLD).expecting(1)));

        assertThat(conflict.findCurrent(EditedFaqEntry.class)).contains(changed);
    }

    @Test
    void aShortAnswerIsServedBesideTheLongOne() {
        FaqContent content =
                OLD.with(GERMAN, FaqText.of("Alt?", "Ja, **sehr**.").inShort("Ja."));
        FaqEntryId entry = house.published(section, content);

        assertThat(house.faq.read(VISITOR, entry, null))
                .returns("Ja.", FaqEntry::shortAnswer)
                .returns("Ja, **sehr**.", FaqEntry::answer);
        assertThat(house.faq
                        .searchSource()
                        .read(ACME, ObjectRef.of("faq", entry))
                        .documents())
                .singleElement()
                .satisfies(found -> assertThat(found.text().body()).startsWith("Ja.\n\nJa, sehr."));
    }

    private Optional<String> question() {
        return house.faq.sections(VISITOR, (LanguageTag) null).stream()
                .flatMap(shown -> shown.entries().stream())
                .map(FaqEntry::question)
                .findFirst();
    }

    private static void assertShown(
            SearchDocument document, String question, @Nullable Instant from, @Nullable Instant until) {
        assertThat(document.title()).isEqualTo(question);
        assertThat(document.facts().from()).isEqualTo(from);
        assertThat(document.facts().until()).isEqualTo(until);
    }

    private static void assertConflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.Conflict.class))
                .returns(code, PortalException::code);
    }
}
