// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static dev.portalblocks.messaging.MessagingHouse.ACME;
import static dev.portalblocks.messaging.MessagingHouse.ALL;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA_NUMBER;
import static dev.portalblocks.messaging.MessagingHouse.GLOBEX;
import static dev.portalblocks.messaging.MessagingHouse.OTTO;
import static dev.portalblocks.messaging.MessagingHouse.PROGRAM;
import static dev.portalblocks.messaging.MessagingHouse.SABINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final AccessPolicy EVERYBODY =
            (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant()));
    private static final ConversationId NOWHERE = ConversationId.of(new UUID(0, 1));

    private final MessagingHouse house = new MessagingHouse();
    private final Inbox inbox = house.inbox;

    @Test
    void bothSidesWriteAndReply() {
        ConversationId asked = house.asked(ERIKA, "Warum?").id();
        house.answers(SABINE, asked, "Darum.");
        house.says(ERIKA, asked, "Danke.");

        assertThat(house.seenBy(ERIKA, asked)).extracting(Message::text).containsExactly("Warum?", "Darum.", "Danke.");
        assertThat(house.seenBy(ERIKA, asked))
                .extracting(Message::from)
                .containsExactly(Side.CUSTOMER, Side.COMPANY, Side.CUSTOMER);
        assertThat(house.desk
                        .messages(SABINE, asked, MessageOrder.OLDEST_FIRST, ALL)
                        .items())
                .isEqualTo(house.seenBy(ERIKA, asked));
    }

    @Test
    void theCompanyWritesFirst() {
        ConversationId told = house.told("Ihr neuer Beitrag").id();
        assertThat(inbox.read(ERIKA, told).unread()).isEqualTo(1);
        assertThat(inbox.unread(ERIKA)).isEqualTo(new Unread(1, 1));
        house.says(ERIKA, told, "Zu hoch.");
        assertThat(house.desk.read(SABINE, told).unread()).isEqualTo(1);
    }

    @Test
    void messagesCountFromOneWithoutGapsAndTimeNeverGoesBack() {
        ConversationId asked = house.asked(ERIKA, "1").id();
        house.forward(Duration.ofMinutes(-5));
        Message second = house.answers(SABINE, asked, "2");
        refused(() -> inbox.send(ERIKA, SendMessage.of(asked, " ")));
        house.forward(Duration.ofMinutes(10));
        house.says(ERIKA, asked, "3");
        assertThat(house.seenBy(ERIKA, asked)).extracting(Message::sequence).containsExactly(1L, 2L, 3L);
        assertThat(house.seenBy(ERIKA, asked)).extracting(Message::sentAt).isSorted();
        assertThat(inbox.read(ERIKA, asked).messages()).isEqualTo(3);
        assertThat(second.sentAt()).isEqualTo(inbox.read(ERIKA, asked).openedAt());
    }

    @Test
    void aReplyToAConversationThatIsNotOnesOwnIsLikeOneToNone() {
        ConversationId erikas = house.asked(ERIKA, "Warum?").id();
        Actor elsewhere = Actor.customer(GLOBEX, ERIKA_NUMBER);
        int entries = house.audit().size();
        List<RecordedEvent> events = house.events();

        for (Actor stranger : List.of(OTTO, elsewhere)) {
            assertLikeAbsent(id -> inbox.send(stranger, SendMessage.of(id, "Ich auch")), erikas);
            assertLikeAbsent(id -> inbox.markRead(stranger, new MarkRead(id, 1)), erikas);
            assertLikeAbsent(id -> inbox.read(stranger, id), erikas);
            assertLikeAbsent(id -> inbox.messages(stranger, id, MessageOrder.OLDEST_FIRST, ALL), erikas);
            assertThat(inbox.conversations(stranger, ALL).items()).isEmpty();
            assertThat(inbox.unread(stranger)).isEqualTo(Unread.NONE);
        }
        assertThat(house.seenBy(ERIKA, erikas)).hasSize(1);
        assertThat(house.audit()).hasSize(entries);
        assertThat(house.events()).isEqualTo(events);
    }

    @Test
    void readUpToAMessageLeavesWhatArrivesMeanwhileUnread() {
        ConversationId told = house.told("1").id();
        Message second = house.answers(SABINE, told, "2");
        house.answers(SABINE, told, "3");
        assertThat(inbox.markRead(ERIKA, MarkRead.upTo(second)).unread()).isEqualTo(1);
        assertThat(inbox.unread(ERIKA)).isEqualTo(new Unread(1, 1));
    }

    @Test
    void whatIsReadStaysRead() {
        ConversationId told = house.told("1").id();
        house.answers(SABINE, told, "2");
        inbox.markRead(ERIKA, new MarkRead(told, 2));
        int events = house.events().size();
        assertThat(inbox.markRead(ERIKA, new MarkRead(told, 1)).unread()).isZero();
        assertThat(house.events()).hasSize(events);
    }

    @Test
    void aNumberBeyondTheLastMessageReadsNothingThatIsStillToCome() {
        ConversationId told = house.told("1").id();
        inbox.markRead(ERIKA, new MarkRead(told, Long.MAX_VALUE));
        house.answers(SABINE, told, "2");
        assertThat(inbox.read(ERIKA, told).unread()).isEqualTo(1);
        assertThat(inbox.markRead(ERIKA, new MarkRead(told, 2)).unread()).isZero();
    }

    @Test
    void onesOwnMessagesAreNeverUnread() {
        ConversationId asked = house.asked(ERIKA, "1").id();
        house.says(ERIKA, asked, "2");
        assertThat(inbox.read(ERIKA, asked).unread()).isZero();
        house.answers(SABINE, asked, "3");
        house.says(ERIKA, asked, "4");
        inbox.markRead(ERIKA, new MarkRead(asked, 2));
        assertThat(inbox.read(ERIKA, asked).unread()).isEqualTo(1);
        assertThat(house.desk.read(SABINE, asked).unread()).isEqualTo(3);
    }

    @Test
    void theLatestConversationComesFirstAndPagesJoin() {
        List<ConversationId> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(0, house.asked(ERIKA, "Frage " + i).id());
            house.forward(Duration.ofSeconds(i % 3 == 0 ? 0 : 1));
        }
        house.forward(Duration.ofSeconds(1));
        house.answers(SABINE, opened.get(6), "Antwort");
        assertThat(walk(1)).isEqualTo(walk(3)).isEqualTo(walk(200)).hasSize(7);
        assertThat(walk(200).get(0)).isEqualTo(opened.get(6));
        assertThat(walk(200)).containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void messagesAreListedInBothDirections() {
        ConversationId asked = house.asked(ERIKA, "1").id();
        for (int i = 2; i <= 5; i++) {
            house.says(ERIKA, asked, String.valueOf(i));
        }
        Page<Message> latest = inbox.messages(ERIKA, asked, MessageOrder.NEWEST_FIRST, PageRequest.first(2));
        assertThat(latest.items()).extracting(Message::text).containsExactly("5", "4");
        house.says(ERIKA, asked, "6");
        PageRequest further = PageRequest.first(2).after(latest.next());
        assertThat(inbox.messages(ERIKA, asked, MessageOrder.NEWEST_FIRST, further)
                        .items())
                .extracting(Message::text)
                .containsExactly("3", "2");
        assertThatThrownBy(() -> inbox.messages(ERIKA, asked, MessageOrder.OLDEST_FIRST, further))
                .hasMessageContaining("cursor.invalid");
    }

    @Test
    void aKeySendsOnce() {
        ConversationId asked = house.asked(ERIKA, "1").id();
        SendMessage command = SendMessage.of(asked, "2").once(IdempotencyKey.of("k"));
        Message first = inbox.send(ERIKA, command);
        assertThat(inbox.send(ERIKA, command)).isEqualTo(first);
        assertThat(house.seenBy(ERIKA, asked)).hasSize(2);
        assertThatThrownBy(
                        () -> inbox.send(ERIKA, SendMessage.of(asked, "anders").once(IdempotencyKey.of("k"))))
                .hasMessageContaining("idempotency-key.reused");
        assertThat(inbox.open(OTTO, once())).isEqualTo(inbox.open(OTTO, once()));
        assertThat(inbox.conversations(OTTO, ALL).items()).hasSize(1);
    }

    @Test
    void nobodyButACustomerSpeaksInACustomersName() {
        MessagingHouse open = new MessagingHouse(EVERYBODY, builder -> builder);
        ConversationId asked = open.asked(ERIKA, "1").id();
        for (Actor other : List.of(SABINE, PROGRAM, Actor.anonymous(ACME))) {
            for (MessagingHouse each : List.of(house, open)) {
                assertDenied(() -> each.asked(other, "Ich bin Erika"));
                assertDenied(() -> each.inbox.send(other, SendMessage.of(asked, "Ich bin Erika")));
                assertDenied(() -> each.inbox.markRead(other, new MarkRead(asked, 1)));
            }
        }
        assertThat(open.seenBy(ERIKA, asked)).hasSize(1);
    }

    @Test
    void aDenialLeavesOneEntry() {
        assertDenied(() -> house.asked(SABINE, "Ich bin Erika"));
        assertThat(house.audit())
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(AuditEntry.Outcome.DENIED));
    }

    @Test
    void eventsNameWhatHappenedAndNothingThatWasWritten() {
        ConversationId asked = house.asked(ERIKA, "Geheim").id();
        Message answer = house.answers(SABINE, asked, "Auch geheim");
        inbox.markRead(ERIKA, MarkRead.upTo(answer));
        assertThat(house.eventTypes())
                .containsExactly("conversation-opened", "message-sent", "message-sent", "conversation-read");
        assertThat(house.events()).allSatisfy(event -> {
            assertThat(event.lane()).isEqualTo(ObjectRef.of("customer", ERIKA_NUMBER));
            assertThat(event.subject()).isEqualTo(ObjectRef.of("conversation", asked));
            assertThat(event.toString()).doesNotContainIgnoringCase("geheim").doesNotContain("Beitrag");
        });
        assertThat(house.audit().toString()).doesNotContainIgnoringCase("geheim");
    }

    @Test
    void aMessageOfSomebodyElsesIsLikeNone() {
        ConversationId asked = house.asked(ERIKA, "1").id();
        MessageId erikas = house.seenBy(ERIKA, asked).get(0).id();
        assertThat(refused(() -> inbox.openAttachment(OTTO, erikas, house.uploaded(OTTO, "x"))))
                .isEqualTo("message.not-found");
    }

    private static OpenConversation once() {
        return OpenConversation.about("contract")
                .subject("Beitrag")
                .text("Warum?")
                .once(IdempotencyKey.of("k"))
                .build();
    }

    private interface Use {
        @Nullable
        Object of(ConversationId id);
    }

    private static void assertLikeAbsent(Use use, ConversationId foreign) {
        PortalException.NotFound absent = catchThrowableOfType(PortalException.NotFound.class, () -> use.of(NOWHERE));
        assertThat(absent).hasMessage("No such conversation");
        assertThatThrownBy(() -> use.of(foreign))
                .isInstanceOf(PortalException.NotFound.class)
                .hasMessage(absent.getMessage())
                .extracting(it -> ((PortalException) it).code())
                .isEqualTo(absent.code());
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(PortalException.AccessDenied.class);
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(PortalException.class, call).code();
    }

    private List<ConversationId> walk(int limit) {
        List<ConversationId> seen = new ArrayList<>();
        @Nullable Cursor after = null;
        do {
            Page<Conversation> page =
                    inbox.conversations(ERIKA, PageRequest.first(limit).after(after));
            page.items().forEach(one -> seen.add(one.id()));
            after = page.next();
        } while (after != null);
        return seen;
    }
}
