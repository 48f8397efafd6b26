// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.UploadForCustomer;
import dev.portalblocks.messaging.model.WriteToCustomer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** How to call both sides of the inbox. */
final class MessagingInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);
    private static final IdempotencyKey KEY = IdempotencyKey.of("new");

    private MessagingInvokers() {}

    static List<Invoker> all() {
        return Stream.of(inboxReading(), inboxWriting(), deskReading(), deskWriting(), attachments())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Invoker> inboxReading() {
        return List.of(
                new Invoker(
                        "Inbox.conversations(Actor, PageRequest)",
                        "inbox.conversations",
                        (portal, actor, target) -> portal.inbox.conversations(actor, PAGE).items().stream()
                                .anyMatch(found ->
                                        found.id().equals(target.letters().conversation()))),
                new Invoker(
                        "Inbox.read(Actor, ConversationId)",
                        "inbox.read",
                        (portal, actor, target) -> portal.inbox
                                .read(actor, target.letters().conversation())
                                .id()
                                .equals(target.letters().conversation())),
                new Invoker(
                        "Inbox.messages(Actor, ConversationId, MessageOrder, PageRequest)",
                        "inbox.messages",
                        (portal, actor, target) -> portal.inbox
                                .messages(actor, target.letters().conversation(), MessageOrder.OLDEST_FIRST, PAGE)
                                .items()
                                .get(0)
                                .id()
                                .equals(target.letters().message())),
                new Invoker(
                        "Inbox.unread(Actor)",
                        "inbox.unread",
                        (portal, actor, target) -> portal.inbox.unread(actor).messages()
                                >= target.letters().unread()));
    }

    private static List<Invoker> inboxWriting() {
        return List.of(
                new Invoker(
                        "Inbox.open(Actor, OpenConversation)",
                        "inbox.open",
                        (portal, actor, target) -> portal.inbox
                                        .open(
                                                actor,
                                                OpenConversation.about("claims")
                                                        .subject("Neu")
                                                        .text("Neu")
                                                        .once(KEY)
                                                        .build())
                                        .messages()
                                == 1),
                new Invoker(
                        "Inbox.send(Actor, SendMessage)",
                        "inbox.send",
                        (portal, actor, target) ->
                                portal.inbox.send(actor, message(target)).text().equals("Neu")),
                new Invoker(
                        "Inbox.markRead(Actor, MarkRead)",
                        "inbox.mark-read",
                        (portal, actor, target) -> portal.inbox
                                        .markRead(
                                                actor,
                                                new MarkRead(target.letters().conversation(), 100))
                                        .unread()
                                == 0));
    }

    private static List<Invoker> deskReading() {
        return List.of(
                new Invoker(
                        "Desk.conversations(Actor, PageRequest)",
                        "desk.conversations",
                        (portal, actor, target) -> portal.inbox.desk().conversations(actor, PAGE).items().stream()
                                .anyMatch(found ->
                                        found.id().equals(target.letters().conversation()))),
                new Invoker(
                        "Desk.read(Actor, ConversationId)",
                        "desk.read",
                        (portal, actor, target) -> portal.inbox
                                .desk()
                                .read(actor, target.letters().conversation())
                                .id()
                                .equals(target.letters().conversation())),
                new Invoker(
                        "Desk.messages(Actor, ConversationId, MessageOrder, PageRequest)",
                        "desk.messages",
                        (portal, actor, target) -> portal.inbox
                                .desk()
                                .messages(actor, target.letters().conversation(), MessageOrder.OLDEST_FIRST, PAGE)
                                .items()
                                .get(0)
                                .id()
                                .equals(target.letters().message())),
                new Invoker(
                        "Desk.transcript(Actor, ConversationId)",
                        "desk.transcript",
                        (portal, actor, target) -> !portal.inbox
                                .desk()
                                .transcript(actor, target.letters().conversation())
                                .lines()
                                .isEmpty()),
                new Invoker(
                        "Desk.notes(Actor, ConversationId, PageRequest)",
                        "desk.notes",
                        (portal, actor, target) -> !portal.inbox
                                .desk()
                                .notes(actor, target.letters().conversation(), PAGE)
                                .items()
                                .isEmpty()),
                new Invoker(
                        "Desk.unread(Actor)",
                        "desk.unread",
                        (portal, actor, target) ->
                                portal.inbox.desk().unread(actor).messages()
                                        >= target.letters().unread()));
    }

    private static List<Invoker> deskWriting() {
        return List.of(
                new Invoker(
                        "Desk.open(Actor, WriteToCustomer)",
                        "desk.open",
                        (portal, actor, target) -> portal.inbox
                                .desk()
                                .open(
                                        actor,
                                        WriteToCustomer.of(target.customer(), "claims")
                                                .subject("Neu")
                                                .text("Neu")
                                                .once(KEY)
                                                .build())
                                .customer()
                                .equals(target.customer())),
                new Invoker(
                        "Desk.send(Actor, SendMessage)",
                        "desk.send",
                        (portal, actor, target) -> portal.inbox
                                .desk()
                                .send(actor, message(target))
                                .text()
                                .equals("Neu")),
                new Invoker(
                        "Desk.markRead(Actor, MarkRead)",
                        "desk.mark-read",
                        (portal, actor, target) -> portal.inbox
                                        .desk()
                                        .markRead(
                                                actor,
                                                new MarkRead(target.letters().conversation(), 100))
                                        .unread()
                                == 0),
                new Invoker(
                        "Desk.addNote(Actor, AddNote)",
                        "desk.note.add",
                        (portal, actor, target) -> portal.inbox
                                .desk()
                                .addNote(
                                        actor,
                                        AddNote.of(target.letters().conversation(), "Neu")
                                                .once(KEY))
                                .conversation()
                                .equals(target.letters().conversation())),
                new Invoker(
                        "Desk.handOver(Actor, HandOver)",
                        "desk.hand-over",
                        (portal, actor, target) -> portal.inbox
                                .desk()
                                .handOver(actor, HandOver.of(target.letters().conversation(), "claims"))
                                .team()
                                .equals("claims")));
    }

    private static List<Invoker> attachments() {
        return List.of(
                new Invoker(
                        "Inbox.uploadAttachment(Actor, UploadAttachment, InputStream)",
                        "inbox.attachment.upload",
                        (portal, actor, target) -> portal.inbox
                                        .uploadAttachment(actor, UploadAttachment.undeclared(), bytes())
                                        .size()
                                > 0),
                new Invoker(
                        "Inbox.openAttachment(Actor, MessageId, ContentRef)",
                        "inbox.attachment.open",
                        (portal, actor, target) -> isReadable(portal.inbox.openAttachment(
                                actor,
                                target.letters().message(),
                                target.letters().attachment()))),
                new Invoker(
                        "Desk.uploadAttachment(Actor, UploadForCustomer, InputStream)",
                        "desk.attachment.upload",
                        (portal, actor, target) -> portal.inbox
                                        .desk()
                                        .uploadAttachment(actor, UploadForCustomer.of(target.customer()), bytes())
                                        .size()
                                > 0),
                new Invoker(
                        "Desk.openAttachment(Actor, MessageId, ContentRef)",
                        "desk.attachment.open",
                        (portal, actor, target) -> isReadable(portal.inbox
                                .desk()
                                .openAttachment(
                                        actor,
                                        target.letters().message(),
                                        target.letters().attachment()))));
    }

    private static SendMessage message(Target target) {
        return SendMessage.of(target.letters().conversation(), "Neu").once(KEY);
    }

    private static boolean isReadable(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes().length > 0;
        }
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream("neu".getBytes(StandardCharsets.UTF_8));
    }
}
