// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What one customer has in every block, with somebody of staff and a program whose names are the same as theirs. */
final class IdProgram {
    /** Acts for everybody. */
    static final CustomerId HOLDER = CustomerId.of("holder");

    static final PageRequest PAGE = PageRequest.first(PageRequest.MAX_LIMIT);
    private static final int FEW = 7;

    private final Composition portal;
    private final TenantId tenant;
    private final CustomerId customer;
    private final Actor actor;
    private final Actor agent;
    private final Actor program;
    private final String mine;

    IdProgram(Composition portal, TenantId tenant, String id, int number) {
        this.portal = portal;
        this.tenant = tenant;
        customer = CustomerId.of(id);
        actor = Actor.customer(tenant, customer);
        agent = Actor.agent(tenant, id, "service");
        program = Actor.system(tenant, id);
        mine = "Nummer " + number;
    }

    TenantId tenant() {
        return tenant;
    }

    CustomerId customer() {
        return customer;
    }

    /** Writes in every block. */
    void write() {
        portal.team(tenant, mine, Set.of(agent.identity()));
        portal.profiles.change(
                program,
                ChangeProfile.of(
                        customer, ProfilePatch.builder().familyName(mine).build()));
        ContentRef attachment = portal.inbox
                .uploadAttachment(actor, UploadAttachment.undeclared(), bytes())
                .content();
        Conversation opened = open(attachment);
        assertThat(open(attachment).id()).isEqualTo(opened.id());
        portal.inbox.desk().send(agent, SendMessage.of(opened.id(), mine));
        portal.vault.upload(program, UploadDocument.of(customer, mine), bytes());
        portal.portal.mandates().grant(program, GrantMandate.everything(customer, HOLDER, Mandate.Kind.HOUSEHOLD));
    }

    private Conversation open(ContentRef attachment) {
        return portal.inbox.open(
                actor,
                OpenConversation.about(mine)
                        .subject(mine)
                        .text(mine)
                        .attaching(attachment, "a.txt")
                        .once(IdempotencyKey.of("once"))
                        .build());
    }

    /** Reads all of it again, and nothing of anybody else. */
    void assertReadAgain() {
        assertThat(portal.profiles.read(actor, customer).customer()).isEqualTo(customer);
        assertThat(portal.profiles.read(actor, customer).data().familyName()).isEqualTo(mine);
        List<Conversation> conversations = all(page -> portal.inbox.conversations(actor, page));
        assertThat(conversations).extracting(Conversation::subject).containsExactly(mine);
        assertThat(all(page -> portal.inbox.desk().conversations(agent, page)))
                .extracting(conversation -> conversation.subject())
                .containsExactly(mine);
        List<Message> messages =
                all(page -> portal.inbox.messages(actor, conversations.get(0).id(), MessageOrder.OLDEST_FIRST, page));
        assertThat(messages).extracting(Message::text).containsExactly(mine, mine);
        Attachment attachment = messages.get(0).attachments().get(0);
        assertThat(text(portal.inbox.openAttachment(actor, messages.get(0).id(), attachment.content())))
                .isEqualTo(mine);
        List<Document> documents = all(page -> portal.vault.list(actor, customer, page));
        assertThat(documents).extracting(Document::customer).containsExactly(customer);
        assertThat(text(portal.vault.open(actor, documents.get(0).id()))).isEqualTo(mine);
        assertThat(all(page -> portal.portal.mandates().given(actor, customer, page)))
                .extracting(Mandate::principal)
                .containsExactly(customer);
        Actor holder = Actor.customer(tenant, HOLDER).actingFor(customer);
        assertThat(all(page -> portal.inbox.conversations(holder, page)))
                .extracting(Conversation::subject)
                .containsExactly(mine);
    }

    /** Returns what all pages of a list show. */
    static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        PageRequest request = PageRequest.first(FEW);
        while (true) {
            Page<T> page = list.apply(request);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            request = request.after(page.next());
        }
    }

    private InputStream bytes() {
        return new ByteArrayInputStream(mine.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
