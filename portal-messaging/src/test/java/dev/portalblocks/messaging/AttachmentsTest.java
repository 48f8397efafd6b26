// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static dev.portalblocks.messaging.MessagingHouse.ACME;
import static dev.portalblocks.messaging.MessagingHouse.ALL;
import static dev.portalblocks.messaging.MessagingHouse.CARL;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA_NUMBER;
import static dev.portalblocks.messaging.MessagingHouse.OTTO;
import static dev.portalblocks.messaging.MessagingHouse.PROGRAM;
import static dev.portalblocks.messaging.MessagingHouse.SABINE;
import static dev.portalblocks.messaging.MessagingHouse.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.UploadForCustomer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
    private final MessagingHouse house = new MessagingHouse(
            RolePolicy.standard(),
            builder -> builder.types(
                    head -> new String(head, UTF_8).startsWith("%PDF") ? "application/pdf" : "text/plain"));
    private final Inbox inbox = house.inbox;
    private final Desk desk = house.desk;
    private final ConversationId asked = house.asked(ERIKA, "Warum?").id();

    @Test
    void whoMaySeeTheMessageMayOpenItsAttachment() throws IOException {
        ContentRef police = house.uploaded(ERIKA, "%PDF Polizei");
        Message sent = inbox.send(ERIKA, SendMessage.of(asked, "Siehe Anlage").attaching(police, "../Bericht.pdf"));
        assertThat(sent.attachments()).containsExactly(new Attachment(police, "../Bericht.pdf", "application/pdf", 12));
        assertThat(text(inbox.openAttachment(ERIKA, sent.id(), police))).isEqualTo("%PDF Polizei");
        assertThat(text(desk.openAttachment(SABINE, sent.id(), police))).isEqualTo("%PDF Polizei");
        assertThat(text(desk.openAttachment(PROGRAM, sent.id(), police))).isEqualTo("%PDF Polizei");
    }

    @Test
    void whoMayNotSeeTheMessageOpensNothing() {
        ContentRef police = house.uploaded(ERIKA, "Polizei");
        Message sent = inbox.send(ERIKA, SendMessage.of(asked, "Siehe").attaching(police, "a.txt"));
        assertThat(refused(() -> inbox.openAttachment(OTTO, sent.id(), police))).isEqualTo("message.not-found");
        assertThat(refused(() -> desk.openAttachment(CARL, sent.id(), police))).isEqualTo("message.not-found");
        desk.handOver(SABINE, HandOver.of(asked, "claims"));
        assertThat(refused(() -> desk.openAttachment(SABINE, sent.id(), police)))
                .isEqualTo("message.not-found");
    }

    @Test
    void aMessageOpensNothingButItsOwnAttachments() {
        ContentRef other = house.uploaded(ERIKA, "anderes");
        Message sent = inbox.send(ERIKA, SendMessage.of(asked, "Siehe").attaching(house.uploaded(ERIKA, "a"), "a.txt"));
        assertThat(refused(() -> inbox.openAttachment(ERIKA, sent.id(), other))).isEqualTo("content.not-found");
    }

    @Test
    void theCompanySendsAFile() throws IOException {
        ContentRef letter = desk.uploadAttachment(SABINE, UploadForCustomer.of(ERIKA_NUMBER), bytes("Brief"))
                .content();
        Message sent = desk.send(SABINE, SendMessage.of(asked, "Anbei").attaching(letter, "Brief.txt"));
        assertThat(text(inbox.openAttachment(ERIKA, sent.id(), letter))).isEqualTo("Brief");
    }

    @Test
    void anAttachmentThatIsSomeoneElsesOrGoneSendsNothing() {
        ContentRef ottos = house.uploaded(OTTO, "Ottos");
        ContentRef gone = house.uploaded(ERIKA, "vergessen");
        house.forward(Duration.ofHours(25));
        house.portal.contentCare().sweep(PROGRAM);
        ContentRef never = ContentRef.of(new UUID(7, 7));
        int events = house.events().size();
        int entries = house.audit().size();
        for (ContentRef wrong : List.of(ottos, gone, never)) {
            assertThat(refused(
                            () -> inbox.send(ERIKA, SendMessage.of(asked, "Da").attaching(wrong, "a.txt"))))
                    .isEqualTo("content.not-found");
            assertThat(refused(
                            () -> desk.send(SABINE, SendMessage.of(asked, "Da").attaching(wrong, "a.txt"))))
                    .isEqualTo("content.not-found");
            assertThat(refused(() -> inbox.open(
                            ERIKA,
                            OpenConversation.about("contract")
                                    .subject("Da")
                                    .text("Da")
                                    .attaching(wrong, "a.txt")
                                    .build())))
                    .isEqualTo("content.not-found");
        }
        assertThat(house.seenBy(ERIKA, asked)).hasSize(1);
        assertThat(inbox.conversations(ERIKA, ALL).items()).hasSize(1);
        assertThat(desk.read(SABINE, asked).version()).isEqualTo(1);
        assertThat(house.events()).hasSize(events);
        assertThat(house.audit()).hasSize(entries);
    }

    @Test
    void staffHangsNoOtherCustomersFileOnAMessage() {
        ContentRef ottos = desk.uploadAttachment(
                        SABINE, UploadForCustomer.of(MessagingHouse.OTTO_NUMBER), bytes("Ottos"))
                .content();
        assertThat(refused(() -> desk.send(SABINE, SendMessage.of(asked, "Da").attaching(ottos, "a.txt"))))
                .isEqualTo("content.not-found");
    }

    @Test
    void whatIsSentStaysAndWhatIsNotGoes() throws IOException {
        ContentRef kept = house.uploaded(ERIKA, "gesendet");
        house.uploaded(ERIKA, "nicht gesendet");
        Message sent = inbox.send(ERIKA, SendMessage.of(asked, "Da").attaching(kept, "a.txt"));
        house.forward(Duration.ofDays(400));
        house.portal.contentCare().sweep(PROGRAM);
        assertThat(text(inbox.openAttachment(ERIKA, sent.id(), kept))).isEqualTo("gesendet");
        assertThat(house.core.content().list(ACME, null, 10)).containsExactly(kept);
    }

    @Test
    void theSameBytesAgainHaveTheSameReference() {
        ContentRef first = house.uploaded(ERIKA, "gleich");
        assertThat(house.uploaded(ERIKA, "gleich")).isEqualTo(first);
        assertThat(house.uploaded(OTTO, "gleich")).isNotEqualTo(first);
    }

    @Test
    void bytesThatAreNotTheDeclaredOnesAreRefusedAndLeaveNothing() {
        UploadAttachment longer = new UploadAttachment(DeclaredBytes.ofSize(3));
        assertThat(refused(() -> inbox.uploadAttachment(ERIKA, longer, bytes("vier"))))
                .isEqualTo("content.size-mismatch");
        assertThat(refused(() -> inbox.uploadAttachment(ERIKA, longer, bytes("zw"))))
                .isEqualTo("content.size-mismatch");
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThat(refused(() -> inbox.uploadAttachment(ERIKA, UploadAttachment.undeclared(), breaking)))
                .isEqualTo("content.source-failed");
        assertThat(house.core.content().list(ACME, null, 10)).isEmpty();
    }

    @Test
    void nobodyButACustomerHandsInInACustomersName() {
        for (Actor other : List.of(SABINE, PROGRAM, Actor.anonymous(ACME))) {
            assertThat(refused(() -> inbox.uploadAttachment(other, UploadAttachment.undeclared(), bytes("x"))))
                    .isEqualTo("inbox.write.denied");
        }
    }

    private static String text(InputStream bytes) throws IOException {
        try (bytes) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private static String refused(ThrowingCallable call) {
        return catchThrowableOfType(PortalException.class, call).code();
    }
}
