// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.faq.FaqHouse.ACME;
import static dev.portalblocks.faq.FaqHouse.CUSTOMER;
import static dev.portalblocks.faq.FaqHouse.EDITOR;
import static dev.portalblocks.faq.FaqHouse.OTHER;
import static dev.portalblocks.faq.FaqHouse.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.model.TextStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FaqEditorTest {
    private static final FaqContent OLD = FaqContent.of(GERMAN, "Alt?", "Ja.");
    private static final FaqContent NEW = FaqContent.of(GERMAN, "Neu?", "Nein.");

    private final FaqHouse house = new FaqHouse();
    private final FaqEditor editor = house.faq.editor();
    private final FaqSectionId section = house.section("Schaden");

    @Test
    void anEntryBeginsUnpublishedBehindTheOthers() {
        FaqEntryId first = house.draft(section, "Eins?");
        house.setTime("2026-11-21T09:00:00Z");

        EditedFaqEntry added = editor.add(EDITOR, AddFaqEntry.of(section, OLD));

        assertThat(added)
                .isEqualTo(new EditedFaqEntry(
                        added.id(),
                        section,
                        FaqEntryState.DRAFT,
                        OLD,
                        null,
                        Schedule.none(),
                        List.of(new TextStatus(
                                GERMAN, TextState.DRAFT, null, TextStatus.Shown.NEVER, null, null, false)),
                        1,
                        Instant.parse("2026-11-21T09:00:00Z")));
        assertThat(house.faq.outline().entries(EDITOR, section))
                .extracting(EditedFaqEntry::id)
                .containsExactly(first, added.id());
    }

    @Test
    void aChangeReplacesTheContentAndMakesAVersion() {
        FaqEntryId entry = house.draft(section, OLD);
        house.setTime("2026-11-21T10:00:00Z");

        EditedFaqEntry changed = editor.change(EDITOR, ChangeFaqEntry.of(entry, NEW.with(ENGLISH, "New?", "No.")));

        assertThat(changed.newest().texts()).containsOnlyKeys(GERMAN, ENGLISH);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.changedAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(editor.read(EDITOR, entry)).isEqualTo(changed);
    }

    @Test
    void aVersionThatIsNotTheCurrentOneIsAConflict() {
        FaqEntryId entry = house.draft(section, OLD);
        editor.change(EDITOR, ChangeFaqEntry.of(entry, NEW).expecting(1));
        var before = house.memory.contents();

        assertConflict(() -> editor.change(EDITOR, ChangeFaqEntry.of(entry, OLD).expecting(1)));
        assertConflict(() -> editor.publish(EDITOR, PublishFaqEntry.of(entry).expecting(3)));
        assertConflict(() -> editor.withdraw(EDITOR, WithdrawFaqEntry.of(entry).expecting(1)));
        assertConflict(() -> editor.remove(EDITOR, RemoveFaqEntry.of(entry).expecting(1)));

        assertThat(house.memory.contents()).isEqualTo(before);
        assertThat(editor.publish(EDITOR, PublishFaqEntry.of(entry).expecting(2))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void aKeyAddsOnceAndAnswersWithTheEntryAsItIs() {
        AddFaqEntry command = AddFaqEntry.of(section, OLD).once(IdempotencyKey.of("one"));
        FaqEntryId entry = editor.add(EDITOR, command).id();
        EditedFaqEntry changed = editor.change(EDITOR, ChangeFaqEntry.of(entry, NEW));
        var before = house.memory.contents();

        assertThat(editor.add(EDITOR, command)).isEqualTo(changed);
        assertThatThrownBy(() -> editor.add(EDITOR, AddFaqEntry.of(section, NEW).once(IdempotencyKey.of("one"))))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("idempotency-key.reused");

        assertThat(house.memory.contents()).isEqualTo(before);
    }

    @Test
    void everyStepIsReportedWithIdsOnly() {
        FaqSectionId other = house.section("Konto");
        FaqEntryId entry = house.published(section, OLD);
        editor.change(EDITOR, ChangeFaqEntry.of(entry, NEW));
        editor.move(EDITOR, new MoveFaqEntry(entry, other));
        editor.withdraw(EDITOR, WithdrawFaqEntry.of(entry));
        editor.remove(EDITOR, RemoveFaqEntry.of(entry));

        assertThat(house.eventTypes())
                .containsExactly(
                        "section-changed",
                        "section-changed",
                        "entry-added",
                        "entry-published",
                        "entry-changed",
                        "entry-moved",
                        "entry-withdrawn",
                        "entry-removed");
        assertThat(house.events().get(3))
                .returns(ObjectRef.of("faq", entry), event -> event.subject())
                .returns("{\"entry\":\"" + entry + "\",\"version\":2}", event -> event.data());
    }

    @Test
    void whatChangesNothingLeavesNothing() {
        FaqEntryId published = house.published(section, OLD);
        FaqEntryId draft = house.draft(section, NEW);
        var before = house.memory.contents();

        assertThat(editor.change(EDITOR, ChangeFaqEntry.of(published, OLD)).version())
                .isEqualTo(2);
        assertThat(editor.change(EDITOR, ChangeFaqEntry.of(draft, NEW)).version())
                .isEqualTo(1);
        assertThat(editor.move(EDITOR, new MoveFaqEntry(published, section)).section())
                .isEqualTo(section);
        assertConflict("faq-entry.nothing-to-publish", () -> editor.publish(EDITOR, PublishFaqEntry.of(published)));
        assertConflict("faq-entry.not-published", () -> editor.withdraw(EDITOR, WithdrawFaqEntry.of(draft)));

        assertThat(house.memory.contents()).isEqualTo(before);
    }

    @Test
    void aMovedEntryStandsLastInItsNewSectionAndKeepsItsVersion() {
        FaqSectionId other = house.section("Konto");
        FaqEntryId moved = house.published(section, OLD);
        FaqEntryId stays = house.draft(section, NEW);
        FaqEntryId there = house.draft(other, "Da?");

        assertThat(editor.move(EDITOR, new MoveFaqEntry(moved, other)))
                .returns(other, EditedFaqEntry::section)
                .returns(2L, EditedFaqEntry::version)
                .returns(FaqEntryState.PUBLISHED, EditedFaqEntry::state);

        assertThat(house.faq.outline().entries(EDITOR, other))
                .extracting(EditedFaqEntry::id)
                .containsExactly(there, moved);
        assertThat(house.faq.outline().entries(EDITOR, section))
                .extracting(EditedFaqEntry::id)
                .containsExactly(stays);
    }

    @Test
    void aRemovedEntryIsGoneForEverybody() {
        FaqEntryId entry = house.published(section, OLD);

        editor.remove(EDITOR, RemoveFaqEntry.of(entry));

        assertNotFound("faq-entry.not-found", () -> editor.read(EDITOR, entry));
        assertNotFound("faq-entry.not-found", () -> editor.remove(EDITOR, RemoveFaqEntry.of(entry)));
        assertThat(house.faq.sections(VISITOR, null)).isEmpty();
    }

    @Test
    void pagesOfEditorsHoldEveryEntryOnce() {
        FaqSectionId other = house.section("Konto");
        List<FaqEntryId> all = IntStream.range(0, 7)
                .mapToObj(i -> i % 2 == 0 ? house.draft(other, "Frage " + i) : house.published(section, "Frage " + i))
                .toList();
        List<FaqEntryId> paged = new ArrayList<>();
        PageRequest request = PageRequest.first(3);
        for (Page<EditedFaqEntry> page = editor.list(EDITOR, request); ; page = editor.list(EDITOR, request)) {
            page.items().forEach(entry -> paged.add(entry.id()));
            if (page.findNext().isEmpty()) {
                break;
            }
            request = request.after(page.findNext().get());
        }

        assertThat(paged).containsExactlyElementsOf(all);
        assertThatThrownBy(() -> editor.list(EDITOR, PageRequest.first(3).after(Cursor.of("Zm9yZ2Vk"))))
                .isInstanceOf(PortalException.InvalidInput.class)
                .hasMessageContaining("cursor.invalid");
    }

    @Test
    void authorsWriteAndEditorsAndProgramsPublish() {
        FaqEntryId entry = house.draft(section, OLD);
        for (Actor other : List.of(VISITOR, CUSTOMER.withRoles("editor"), Actor.agent(ACME, "clara", "service"))) {
            assertDenied("faq.edit.denied", () -> editor.read(other, entry));
            assertDenied("faq.edit.denied", () -> editor.add(other, AddFaqEntry.of(section, NEW)));
            assertDenied("faq.publish.denied", () -> editor.publish(other, PublishFaqEntry.of(entry)));
        }
        Actor author = Actor.agent(ACME, "arno", "author");
        assertThat(editor.change(author, ChangeFaqEntry.of(entry, NEW)).draft()).isEqualTo(NEW);
        assertThat(editor.change(author, ChangeFaqEntry.of(entry, OLD)).draft()).isEqualTo(OLD);
        assertDenied("faq.publish.denied", () -> editor.publish(author, PublishFaqEntry.of(entry)));
        assertDenied("faq.publish.denied", () -> editor.remove(author, RemoveFaqEntry.of(entry)));
        assertDenied("faq.publish.denied", () -> editor.move(author, new MoveFaqEntry(entry, section)));
        assertThat(editor.read(Actor.system(ACME, "import"), entry).draft()).isEqualTo(OLD);
    }

    @Test
    void whatIsMissingLooksLikeWhatIsForeign() {
        FaqEntryId entry = house.draft(section, OLD);
        Actor stranger = Actor.agent(OTHER, "otto", "editor");
        var before = house.memory.contents();
        for (FaqEntryId id : List.of(entry, FaqEntryId.of(new UUID(1, 2)))) {
            assertNotFound("faq-entry.not-found", () -> editor.read(stranger, id));
            assertNotFound("faq-entry.not-found", () -> editor.change(stranger, ChangeFaqEntry.of(id, NEW)));
            assertNotFound("faq-entry.not-found", () -> editor.publish(stranger, PublishFaqEntry.of(id)));
            assertNotFound("faq-entry.not-found", () -> editor.withdraw(stranger, WithdrawFaqEntry.of(id)));
            assertNotFound("faq-entry.not-found", () -> editor.remove(stranger, RemoveFaqEntry.of(id)));
        }
        assertNotFound("faq-section.not-found", () -> editor.add(stranger, AddFaqEntry.of(section, NEW)));
        assertNotFound("faq-section.not-found", () -> editor.move(stranger, new MoveFaqEntry(entry, section)));
        assertThat(house.memory.contents()).isEqualTo(before);
    }

    @Test
    void anEditorOfOneAudienceMakesNothingForOthers() {
        Audience brokers = Audience.role("broker");
        AccessPolicy narrow = (tx, actor, permission) ->
                Decision.allow(Scope.wholeTenant(actor.tenant()).ofAudiences(Bound.only(Set.of(brokers))));
        FaqHouse narrowed = new FaqHouse(
                RolePolicy.standard()
                        .narrowedBy((tx, actor, permission) -> actor.identity().equals("bea")
                                ? narrow.decide(tx, actor, permission)
                                : Decision.allow(Scope.wholeTenant(actor.tenant()))),
                storage -> storage);
        Actor bea = Actor.agent(ACME, "bea", "editor");
        FaqSectionId place = narrowed.section("Schaden");
        FaqEntryId open = narrowed.draft(place, OLD);
        FaqEntryId own = narrowed.draft(place, NEW.forAudiences(brokers));

        assertNotFound("faq-entry.not-found", () -> narrowed.faq.editor().read(bea, open));
        assertThat(narrowed.faq.editor().read(bea, own).id()).isEqualTo(own);
        assertDenied("faq-entry.beyond-scope", () -> narrowed.faq.editor().add(bea, AddFaqEntry.of(place, OLD)));
        assertDenied("faq-entry.beyond-scope", () -> narrowed.faq.editor().change(bea, ChangeFaqEntry.of(own, OLD)));
    }

    @Test
    void aSectionHoldsFiveHundredEntries() {
        for (int i = 0; i < FaqEditor.MAX_ENTRIES; i++) {
            house.draft(section, OLD);
        }
        FaqEntryId elsewhere = house.draft(house.section("Konto"), NEW);

        assertLimit(() -> editor.add(EDITOR, AddFaqEntry.of(section, NEW)));
        assertLimit(() -> editor.move(EDITOR, new MoveFaqEntry(elsewhere, section)));
    }

    private static void assertLimit(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.LimitExceeded.class))
                .returns("faq-entry.limit", PortalException::code)
                .returns(500L, PortalException.LimitExceeded::limit);
    }

    private static void assertConflict(ThrowingCallable call) {
        assertConflict("faq-entry.version-conflict", call);
    }

    private static void assertConflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.Conflict.class))
                .returns(code, PortalException::code);
    }

    private static void assertNotFound(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.NotFound.class))
                .returns(code, PortalException::code);
    }

    private static void assertDenied(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.AccessDenied.class))
                .returns(code, PortalException::code);
    }
}
