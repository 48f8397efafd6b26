// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static dev.portalblocks.messaging.MessagingHouse.ALL;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA_NUMBER;
import static dev.portalblocks.messaging.MessagingHouse.OTTO;
import static dev.portalblocks.messaging.MessagingHouse.SABINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.model.UploadAttachment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Who acts for another writes and reads the other's letters, and never sees their own among them. */
class ActingForTest {
    private static final CustomerId OTTO_NUMBER = OTTO.findCustomer().orElseThrow();
    private static final Actor FOR_OTTO = ERIKA.actingFor(OTTO_NUMBER);

    private final MessagingHouse house = new MessagingHouse();
    private final Inbox inbox = house.inbox;
    private final Mandate mandate = mandate();

    private Mandate mandate() {
        return house.portal
                .mandates()
                .grant(OTTO, GrantMandate.everything(OTTO_NUMBER, ERIKA_NUMBER, Mandate.Kind.HOUSEHOLD));
    }

    @Test
    void listsAndCountsAreOfOneCustomer() {
        ConversationId own = house.asked(ERIKA, "Meine Frage").id();
        ConversationId ottos = house.asked(OTTO, "Ottos Frage").id();
        house.answers(SABINE, own, "1");
        house.answers(SABINE, own, "2");
        house.answers(SABINE, ottos, "3");

        assertThat(inbox.conversations(FOR_OTTO, ALL).items())
                .extracting(Conversation::id)
                .containsExactly(ottos);
        assertThat(inbox.conversations(ERIKA, ALL).items())
                .extracting(Conversation::id)
                .containsExactly(own);
        assertThat(inbox.unread(FOR_OTTO)).isEqualTo(new Unread(1, 1));
        assertThat(inbox.unread(ERIKA)).isEqualTo(new Unread(2, 1));
        assertThatThrownBy(() -> inbox.send(FOR_OTTO, SendMessage.of(own, "Hier?")))
                .isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> inbox.send(ERIKA, SendMessage.of(ottos, "Hier?")))
                .isInstanceOf(PortalException.NotFound.class);
    }

    @Test
    void whatIsOpenedBelongsToThePrincipal() {
        ConversationId opened = house.asked(FOR_OTTO, "In Ottos Namen").id();
        assertThat(inbox.read(OTTO, opened).id()).isEqualTo(opened);
        assertThat(house.desk.read(SABINE, opened).customer()).isEqualTo(OTTO_NUMBER);
        assertThatThrownBy(() -> inbox.read(ERIKA, opened)).isInstanceOf(PortalException.NotFound.class);
        assertThat(house.audit().get(house.audit().size() - 1)).satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo("inbox.open");
            assertThat(entry.actor()).isEqualTo(ERIKA_NUMBER.value());
            assertThat(entry.customer()).isEqualTo(OTTO_NUMBER);
            assertThat(entry.onBehalfOf()).isEqualTo(OTTO_NUMBER);
        });
    }

    @Test
    void anAttachmentIsTakenInForThePrincipal() {
        ContentRef ottos = upload(FOR_OTTO);
        ContentRef own = upload(ERIKA);
        assertThatThrownBy(() -> inbox.open(ERIKA, attaching(ottos))).isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> inbox.open(FOR_OTTO, attaching(own))).isInstanceOf(PortalException.NotFound.class);
        assertThat(inbox.open(FOR_OTTO, attaching(ottos)).messages()).isEqualTo(1);
        assertThat(inbox.open(ERIKA, attaching(own)).messages()).isEqualTo(1);
    }

    @Test
    void oneKeyOpensOneConversationInEachName() {
        OpenConversation once = OpenConversation.about("contract")
                .subject("Frage")
                .text("Frage")
                .once(IdempotencyKey.of("k"))
                .build();
        ConversationId own = inbox.open(ERIKA, once).id();
        ConversationId ottos = inbox.open(FOR_OTTO, once).id();
        assertThat(ottos).isNotEqualTo(own);
        assertThat(inbox.open(FOR_OTTO, once).id()).isEqualTo(ottos);
        assertThat(inbox.open(ERIKA, once).id()).isEqualTo(own);
    }

    @Test
    void aRevocationCountsInTheMiddleOfAConversation() {
        ConversationId opened = house.asked(FOR_OTTO, "In Ottos Namen").id();
        house.portal.mandates().revoke(OTTO, RevokeMandate.of(mandate.id()));
        assertThatThrownBy(() -> inbox.send(FOR_OTTO, SendMessage.of(opened, "Noch etwas")))
                .isInstanceOf(PortalException.AccessDenied.class);
        assertThatThrownBy(() -> upload(FOR_OTTO)).isInstanceOf(PortalException.AccessDenied.class);
        assertThat(house.seenBy(OTTO, opened)).hasSize(1);
    }

    private ContentRef upload(Actor actor) {
        ByteArrayInputStream bytes = new ByteArrayInputStream("Bild".getBytes(StandardCharsets.UTF_8));
        return inbox.uploadAttachment(actor, UploadAttachment.undeclared(), bytes)
                .content();
    }

    private static OpenConversation attaching(ContentRef content) {
        return OpenConversation.about("contract")
                .subject("Bild")
                .text("Bild")
                .attaching(content, "bild.png")
                .build();
    }
}
