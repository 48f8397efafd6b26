// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static dev.portalblocks.messaging.MessagingHouse.ACME;
import static dev.portalblocks.messaging.MessagingHouse.ALL;
import static dev.portalblocks.messaging.MessagingHouse.CARL;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA_NUMBER;
import static dev.portalblocks.messaging.MessagingHouse.PROGRAM;
import static dev.portalblocks.messaging.MessagingHouse.SABINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.DeskConversation;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.InternalNote;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.model.UploadForCustomer;
import dev.portalblocks.messaging.model.WriteToCustomer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final AccessPolicy EVERYBODY =
            (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant()));

    private final MessagingHouse house = new MessagingHouse();
    private final Desk desk = house.desk;

    @Test
    void anAgentReachesTheConversationsOfTheirTeamsOnly() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        assertThat(desk.conversations(SABINE, ALL).items())
                .extracting(DeskConversation::id)
                .containsExactly(asked);
        assertThat(desk.unread(SABINE)).isEqualTo(new Unread(1, 1));
        assertOutOfReach(house, CARL, asked);
        assertThat(desk.read(PROGRAM, asked).team()).isEqualTo("contract");
    }

    @Test
    void aTranscriptSaysWhoSaidWhatWhenWithoutNotes() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        desk.send(SABINE, SendMessage.of(asked, "Darum."));
        desk.addNote(SABINE, AddNote.of(asked, "Kulanz?"));

        Transcript transcript = desk.transcript(SABINE, asked);

        assertThat(transcript.subject()).isEqualTo(desk.read(SABINE, asked).subject());
        assertThat(transcript.lines())
                .extracting(Transcript.Line::speaker, Transcript.Line::text)
                .containsExactly(
                        tuple(Transcript.Speaker.CUSTOMER, "Warum?"), tuple(Transcript.Speaker.COMPANY, "Darum."));
        assertThat(transcript.lines())
                .extracting(Transcript.Line::saidAt)
                .containsExactlyElementsOf(desk.messages(SABINE, asked, MessageOrder.OLDEST_FIRST, ALL).items().stream()
                        .map(Message::sentAt)
                        .toList());
    }

    @Test
    void aTranscriptHasTheFirstFiveHundredMessages() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        for (int i = 0; i < Desk.MOST_LINES; i++) {
            desk.send(SABINE, SendMessage.of(asked, "Darum " + i));
        }

        assertThat(desk.transcript(SABINE, asked).lines())
                .hasSize(Desk.MOST_LINES)
                .first()
                .returns("Warum?", Transcript.Line::text);
    }

    @Test
    void aHandOverTakesTheConversationAwayAtOnce() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        desk.addNote(SABINE, AddNote.of(asked, "Bitte pr\u00FCfen"));
        DeskConversation handed = desk.handOver(SABINE, HandOver.of(asked, "claims"));

        assertThat(handed.team()).isEqualTo("claims");
        assertOutOfReach(house, SABINE, asked);
        assertThat(desk.messages(CARL, asked, MessageOrder.OLDEST_FIRST, ALL).items())
                .hasSize(1);
        assertThat(desk.notes(CARL, asked, ALL).items())
                .extracting(InternalNote::author)
                .containsExactly("sabine");
        assertThat(desk.unread(CARL)).isEqualTo(new Unread(1, 1));
        house.answers(CARL, asked, "Wegen des Schadens.");
        assertThat(house.seenBy(ERIKA, asked)).hasSize(2);
    }

    @Test
    void whoLeavesATeamReachesNothingOfItAnyMore() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        house.put("contract", "somebody");
        assertOutOfReach(house, SABINE, asked);
        house.put("contract", "sabine", "carl");
        assertThat(desk.read(SABINE, asked).id()).isEqualTo(asked);
        assertThat(desk.read(CARL, asked).id()).isEqualTo(asked);
    }

    @Test
    void aRoleAcrossTeamsReachesAllOfThem() {
        RolePolicy policy = RolePolicy.standard().acrossTeams(Desk.READ, "supervisor");
        MessagingHouse supervised = new MessagingHouse(policy, builder -> builder);
        ConversationId asked = supervised.asked(ERIKA, "Warum?").id();
        Actor boss = Actor.agent(ACME, "boss", "supervisor");
        assertThat(supervised.desk.read(boss, asked).id()).isEqualTo(asked);
        assertThatThrownBy(() -> supervised.desk.send(boss, SendMessage.of(asked, "Darum.")))
                .isInstanceOf(PortalException.AccessDenied.class);
        assertOutOfReach(supervised, boss.withRoles("service"), asked);
    }

    @Test
    void aNarrowedPolicyKnowsTheTeamsAsWell() {
        AccessPolicy policy = RolePolicy.standard()
                .narrowedBy((tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant())));
        MessagingHouse narrowed = new MessagingHouse(policy, builder -> builder);
        ConversationId asked = narrowed.asked(ERIKA, "Warum?").id();
        assertThat(narrowed.desk.read(SABINE, asked).id()).isEqualTo(asked);
        assertOutOfReach(narrowed, CARL, asked);
    }

    @Test
    void whatStaffWritesIsTheCustomersMatterAndWhatItNotesIsNot() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        desk.send(SABINE, SendMessage.of(asked, "Darum."));
        desk.addNote(SABINE, AddNote.of(asked, "Kulanz?"));

        assertThat(house.audit())
                .extracting(entry -> entry.operation() + " of " + entry.customer())
                .containsExactly("inbox.open of 4711", "desk.send of 4711", "desk.note.add of null");
    }

    @Test
    void aHandOverNeedsATeamThatThereIs() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        assertThat(refused(() -> desk.handOver(SABINE, HandOver.of(asked, "Claims"))))
                .isEqualTo("conversation.team-unknown");
        assertThat(desk.read(SABINE, asked).version()).isEqualTo(1);
    }

    @Test
    void aHandOverToTheSameTeamChangesNothing() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        List<?> events = house.events();
        assertThat(desk.handOver(SABINE, HandOver.of(asked, "contract")).version())
                .isEqualTo(1);
        assertThat(house.events()).isEqualTo(events);
    }

    @Test
    void aHandOverOfWhatTheAgentDidNotSeeIsAConflict() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        long seen = desk.read(SABINE, asked).version();
        house.says(ERIKA, asked, "Noch etwas");
        assertThat(refused(
                        () -> desk.handOver(SABINE, HandOver.of(asked, "claims").expecting(seen))))
                .isEqualTo("conversation.version-conflict");
        assertThat(desk.handOver(SABINE, HandOver.of(asked, "claims").expecting(seen + 1))
                        .version())
                .isEqualTo(seen + 2);
    }

    @Test
    void nobodyOpensWhatAnotherTeamWouldHandle() {
        WriteToCustomer claim = WriteToCustomer.of(ERIKA_NUMBER, "claims")
                .subject("Schaden")
                .text("Gemeldet")
                .build();
        assertThat(refused(() -> desk.open(SABINE, claim))).isEqualTo("conversation.beyond-scope");
        assertThat(desk.open(CARL, claim).team()).isEqualTo("claims");
        assertThat(house.inbox.conversations(ERIKA, ALL).items()).hasSize(1);
    }

    @Test
    void bothSidesHaveACountOfTheirOwn() {
        ConversationId asked = house.asked(ERIKA, "1").id();
        house.says(ERIKA, asked, "2");
        house.answers(SABINE, asked, "3");
        assertThat(desk.read(SABINE, asked).unread()).isEqualTo(2);
        assertThat(desk.markRead(SABINE, new MarkRead(asked, 1)).unread()).isEqualTo(1);
        assertThat(house.inbox.read(ERIKA, asked).unread()).isEqualTo(1);
        assertThat(desk.unread(SABINE)).isEqualTo(new Unread(1, 1));
        assertThat(desk.unread(PROGRAM)).isEqualTo(new Unread(1, 1));
        assertThat(desk.unread(CARL)).isEqualTo(Unread.NONE);
    }

    @Test
    void notesHaveNumbersOfTheirOwnAndLeaveTheConversationAsItIs() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        DeskConversation before = desk.read(SABINE, asked);
        desk.addNote(SABINE, AddNote.of(asked, "Eins"));
        InternalNote second = desk.addNote(SABINE, AddNote.of(asked, "Zwei").once(IdempotencyKey.of("k")));
        assertThat(desk.addNote(SABINE, AddNote.of(asked, "Zwei").once(IdempotencyKey.of("k"))))
                .isEqualTo(second);
        assertThat(desk.notes(SABINE, asked, ALL).items())
                .extracting(InternalNote::number)
                .containsExactly(1L, 2L);
        assertThat(desk.read(SABINE, asked)).isEqualTo(before);
        assertThat(house.answers(SABINE, asked, "Darum.").sequence()).isEqualTo(2);
    }

    @Test
    void aNotesEventStandsApartFromTheCustomersOrder() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        desk.addNote(SABINE, AddNote.of(asked, "Geheim"));
        house.answers(SABINE, asked, "Darum.");
        assertThat(house.events())
                .filteredOn(event -> event.lane().equals(ObjectRef.of("customer", ERIKA_NUMBER)))
                .extracting(event -> event.sequence())
                .containsExactly(1L, 2L, 3L);
        assertThat(house.eventTypes()).contains("note-added");
        assertThat(house.events().toString()).doesNotContain("Geheim");
    }

    @Test
    void noPolicyLetsACustomerToTheDesk() {
        MessagingHouse open = new MessagingHouse(EVERYBODY, builder -> builder);
        ConversationId asked = open.asked(ERIKA, "Warum?").id();
        open.desk.addNote(SABINE, AddNote.of(asked, "Nur f\u00FCr uns"));
        for (Actor outsider : List.of(ERIKA, Actor.anonymous(ACME))) {
            for (ThrowingCallable call : everything(open, outsider, asked)) {
                assertThatThrownBy(call).isInstanceOf(PortalException.AccessDenied.class);
            }
        }
    }

    private static List<ThrowingCallable> everything(MessagingHouse house, Actor actor, ConversationId id) {
        Desk desk = house.desk;
        return List.of(
                () -> desk.read(actor, id),
                () -> desk.conversations(actor, ALL),
                () -> desk.messages(actor, id, MessageOrder.OLDEST_FIRST, ALL),
                () -> desk.notes(actor, id, ALL),
                () -> desk.unread(actor),
                () -> desk.addNote(actor, AddNote.of(id, "x")),
                () -> desk.send(actor, SendMessage.of(id, "x")),
                () -> desk.markRead(actor, new MarkRead(id, 1)),
                () -> desk.handOver(actor, HandOver.of(id, "claims")),
                () -> desk.open(
                        actor,
                        WriteToCustomer.of(ERIKA_NUMBER, "contract")
                                .subject("x")
                                .text("x")
                                .build()),
                () -> desk.uploadAttachment(actor, UploadForCustomer.of(ERIKA_NUMBER), MessagingHouse.bytes("x")),
                () -> desk.openAttachment(actor, house.seenBy(ERIKA, id).get(0).id(), house.uploaded(ERIKA, "x")));
    }

    private static void assertOutOfReach(MessagingHouse house, Actor agent, ConversationId id) {
        Desk desk = house.desk;
        assertThat(desk.conversations(agent, ALL).items()).isEmpty();
        assertThat(desk.unread(agent)).isEqualTo(Unread.NONE);
        List<ThrowingCallable> calls = List.of(
                () -> desk.read(agent, id),
                () -> desk.messages(agent, id, MessageOrder.OLDEST_FIRST, ALL),
                () -> desk.transcript(agent, id),
                () -> desk.notes(agent, id, ALL),
                () -> desk.addNote(agent, AddNote.of(id, "x")),
                () -> desk.send(agent, SendMessage.of(id, "x")),
                () -> desk.markRead(agent, new MarkRead(id, 1)),
                () -> desk.handOver(agent, HandOver.of(id, "claims")));
        assertThat(calls).allSatisfy(call -> assertThat(refused(call)).isEqualTo("conversation.not-found"));
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(PortalException.class, call).code();
    }
}
