// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.MessageText;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.UploadedAttachment;
import dev.portalblocks.tck.model.Talk.Letter;
import dev.portalblocks.tck.model.Talk.Side;
import java.util.List;
import java.util.function.Function;

/** Steps on the customer's side of the inbox. */
final class InboxSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            InboxSteps::open,
            InboxSteps::send,
            InboxSteps::send,
            InboxSteps::conversations,
            InboxSteps::read,
            InboxSteps::messages,
            InboxSteps::unread,
            InboxSteps::markRead,
            InboxSteps::upload,
            InboxSteps::openAttachment);

    private InboxSteps() {}

    static Letter letter(Draw draw) {
        return new Letter(
                draw.word(), draw.dice().chance(75) ? null : draw.dice().any("b"));
    }

    static MessageText text(Session session, Letter letter) {
        MessageText text = MessageText.of(letter.text());
        return letter.attachment() == null
                ? text
                : text.attaching(ContentRef.of(session.id(letter.attachment())), "bild.png");
    }

    private static Step open(Draw draw) {
        Who who = draw.dice().asCustomer();
        String topic = draw.dice().of("contract", "claims", "contract", "claims", "nowhere");
        Letter letter = letter(draw);
        String key = draw.dice().key();
        return new Step(
                who,
                "open about " + topic + " " + letter + " once " + key,
                model -> model.mail.open(Side.INBOX, who, String.valueOf(who.principal()), topic, letter, key),
                session -> {
                    Conversation opened = session.blocks()
                            .inbox()
                            .open(
                                    session.actor(who),
                                    new OpenConversation(
                                            topic, "zu " + topic, text(session, letter), Session.key(key)));
                    session.made("c", opened.id().value());
                    seeMessages(session, who, opened.id());
                    return view(session, opened);
                });
    }

    /** The first message of a conversation has a name from now on. */
    static void seeMessages(Session session, Who who, ConversationId id) {
        session.blocks()
                .inbox()
                .messages(session.program(who), id, MessageOrder.OLDEST_FIRST, PageRequest.first(1))
                .items()
                .forEach(message -> view(session, message));
    }

    private static Step send(Draw draw) {
        Who who = draw.dice().asCustomer();
        String name = draw.dice().any("c");
        Letter letter = letter(draw);
        String key = draw.dice().key();
        return new Step(
                who,
                "send in " + name + " " + letter + " once " + key,
                model -> model.mail.send(Side.INBOX, who, name, letter, key),
                session -> view(
                        session,
                        session.blocks()
                                .inbox()
                                .send(
                                        session.actor(who),
                                        new SendMessage(
                                                ConversationId.of(session.id(name)),
                                                text(session, letter),
                                                Session.key(key)))));
    }

    private static Step conversations(Draw draw) {
        Who who = draw.dice().asCustomer();
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list conversations",
                model -> model.mail.conversations(Side.INBOX, who),
                session -> Session.pages(
                        size,
                        page -> session.blocks().inbox().conversations(session.actor(who), page),
                        found -> view(session, found)));
    }

    private static Step read(Draw draw) {
        Who who = draw.dice().asCustomer();
        String name = draw.dice().any("c");
        return new Step(
                who,
                "read " + name,
                model -> model.mail.read(Side.INBOX, who, name),
                session -> view(
                        session,
                        session.blocks().inbox().read(session.actor(who), ConversationId.of(session.id(name)))));
    }

    private static Step messages(Draw draw) {
        Who who = draw.dice().asCustomer();
        String name = draw.dice().any("c");
        boolean newestFirst = draw.dice().chance(50);
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list messages of " + name + (newestFirst ? " newest first" : ""),
                model -> model.mail.messages(Side.INBOX, who, name, newestFirst),
                session -> Session.pages(
                        size,
                        page -> session.blocks()
                                .inbox()
                                .messages(
                                        session.actor(who),
                                        ConversationId.of(session.id(name)),
                                        order(newestFirst),
                                        page),
                        message -> view(session, message)));
    }

    static MessageOrder order(boolean newestFirst) {
        return newestFirst ? MessageOrder.NEWEST_FIRST : MessageOrder.OLDEST_FIRST;
    }

    private static Step unread(Draw draw) {
        return unread(draw.dice().asCustomer());
    }

    static Step unread(Who who) {
        return new Step(
                who,
                "count unread",
                model -> model.mail.unread(Side.INBOX, who),
                session -> view(session.blocks().inbox().unread(session.actor(who))));
    }

    private static Step markRead(Draw draw) {
        Who who = draw.dice().asCustomer();
        String name = draw.dice().any("c");
        long upTo = draw.dice().upTo(5);
        return new Step(
                who,
                "mark read " + name + " up to " + upTo,
                model -> model.mail.markRead(Side.INBOX, who, name, upTo),
                session -> view(
                        session,
                        session.blocks()
                                .inbox()
                                .markRead(
                                        session.actor(who), new MarkRead(ConversationId.of(session.id(name)), upTo))));
    }

    private static Step upload(Draw draw) {
        Who who = draw.dice().asCustomer();
        String text = draw.dice().of("eins", "zwei", "drei");
        return new Step(
                who,
                "upload attachment " + text,
                model -> model.mail.upload(Side.INBOX, who, "", text),
                session -> view(
                        session,
                        session.blocks()
                                .inbox()
                                .uploadAttachment(
                                        session.actor(who), UploadAttachment.undeclared(), Session.bytes(text))));
    }

    private static Step openAttachment(Draw draw) {
        Who who = draw.dice().asCustomer();
        String[] wanted = draw.pair(
                draw.model(who).mail.attached(),
                draw.dice().any("c") + "#1 " + draw.dice().any("b"));
        String message = wanted[0];
        String content = wanted[1];
        return new Step(
                who,
                "open attachment " + content + " of " + message,
                model -> model.mail.openAttachment(Side.INBOX, who, message, content),
                session -> Session.text(session.blocks()
                        .inbox()
                        .openAttachment(
                                session.actor(who),
                                MessageId.of(session.id(message)),
                                ContentRef.of(session.id(content)))));
    }

    static String view(Session session, UploadedAttachment uploaded) {
        return Lines.of(session.made("b", uploaded.content().value()), uploaded.size());
    }

    static String view(Unread unread) {
        return Lines.of(unread.messages(), unread.conversations());
    }

    static String view(Session session, Message message) {
        String in = session.name(message.conversation().value());
        session.known(in + "#" + message.sequence(), message.id().value());
        String attachment = message.attachments().stream()
                .map(Attachment::content)
                .map(content -> session.name(content.value()))
                .findFirst()
                .orElse(null);
        return Lines.of(in, message.sequence(), message.from(), message.text(), attachment, message.sentAt());
    }

    private static String view(Session session, Conversation found) {
        return Lines.of(
                session.name(found.id().value()),
                found.topic(),
                found.subject(),
                found.messages(),
                found.unread(),
                found.openedAt(),
                found.latestAt());
    }
}
