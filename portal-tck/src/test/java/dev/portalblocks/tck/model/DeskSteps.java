// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.messaging.Desk;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.DeskConversation;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.InternalNote;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadForCustomer;
import dev.portalblocks.messaging.model.WriteToCustomer;
import dev.portalblocks.tck.model.Talk.Letter;
import dev.portalblocks.tck.model.Talk.Side;
import java.util.List;
import java.util.function.Function;

/** Steps on the company's side of the inbox. */
final class DeskSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            DeskSteps::open,
            DeskSteps::send,
            DeskSteps::send,
            DeskSteps::conversations,
            DeskSteps::read,
            DeskSteps::messages,
            DeskSteps::unread,
            DeskSteps::markRead,
            DeskSteps::addNote,
            DeskSteps::notes,
            DeskSteps::handOver,
            DeskSteps::upload,
            DeskSteps::openAttachment);

    private DeskSteps() {}

    private static Desk desk(Session session) {
        return session.blocks().inbox().desk();
    }

    private static ConversationId conversation(Session session, String name) {
        return ConversationId.of(session.id(name));
    }

    private static Step open(Draw draw) {
        Who who = draw.dice().asService();
        String customer = draw.dice().customer();
        String topic = draw.dice().of("contract", "claims", "contract", "claims", "nowhere");
        Letter letter = InboxSteps.letter(draw);
        String key = draw.dice().key();
        return new Step(
                who,
                "desk opens with " + customer + " about " + topic + " " + letter + " once " + key,
                model -> model.mail.open(Side.DESK, who, customer, topic, letter, key),
                session -> {
                    DeskConversation opened = desk(session)
                            .open(
                                    session.actor(who),
                                    new WriteToCustomer(
                                            CustomerId.of(customer),
                                            topic,
                                            "zu " + topic,
                                            InboxSteps.text(session, letter),
                                            Session.key(key)));
                    session.made("c", opened.id().value());
                    InboxSteps.seeMessages(session, who, opened.id());
                    return view(session, opened);
                });
    }

    private static Step send(Draw draw) {
        Who who = draw.dice().asService();
        String name = draw.dice().any("c");
        Letter letter = InboxSteps.letter(draw);
        String key = draw.dice().key();
        return new Step(
                who,
                "desk sends in " + name + " " + letter + " once " + key,
                model -> model.mail.send(Side.DESK, who, name, letter, key),
                session -> InboxSteps.view(
                        session,
                        desk(session)
                                .send(
                                        session.actor(who),
                                        new SendMessage(
                                                conversation(session, name),
                                                InboxSteps.text(session, letter),
                                                Session.key(key)))));
    }

    private static Step conversations(Draw draw) {
        Who who = draw.dice().asService();
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "desk lists conversations",
                model -> model.mail.conversations(Side.DESK, who),
                session -> Session.pages(
                        size,
                        page -> desk(session).conversations(session.actor(who), page),
                        found -> view(session, found)));
    }

    private static Step read(Draw draw) {
        Who who = draw.dice().asService();
        String name = draw.dice().any("c");
        return new Step(
                who,
                "desk reads " + name,
                model -> model.mail.read(Side.DESK, who, name),
                session -> view(session, desk(session).read(session.actor(who), conversation(session, name))));
    }

    private static Step messages(Draw draw) {
        Who who = draw.dice().asService();
        String name = draw.dice().any("c");
        boolean newestFirst = draw.dice().chance(50);
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "desk lists messages of " + name + (newestFirst ? " newest first" : ""),
                model -> model.mail.messages(Side.DESK, who, name, newestFirst),
                session -> Session.pages(
                        size,
                        page -> desk(session)
                                .messages(
                                        session.actor(who),
                                        conversation(session, name),
                                        InboxSteps.order(newestFirst),
                                        page),
                        message -> InboxSteps.view(session, message)));
    }

    private static Step unread(Draw draw) {
        return unread(draw.dice().asService());
    }

    static Step unread(Who who) {
        return new Step(
                who,
                "desk counts unread",
                model -> model.mail.unread(Side.DESK, who),
                session -> InboxSteps.view(desk(session).unread(session.actor(who))));
    }

    private static Step markRead(Draw draw) {
        Who who = draw.dice().asService();
        String name = draw.dice().any("c");
        long upTo = draw.dice().upTo(5);
        return new Step(
                who,
                "desk marks read " + name + " up to " + upTo,
                model -> model.mail.markRead(Side.DESK, who, name, upTo),
                session -> view(
                        session,
                        desk(session).markRead(session.actor(who), new MarkRead(conversation(session, name), upTo))));
    }

    private static Step addNote(Draw draw) {
        Who who = draw.dice().asService();
        String name = draw.dice().any("c");
        String text = draw.word();
        String key = draw.dice().key();
        return new Step(
                who,
                "desk notes on " + name + " " + text + " once " + key,
                model -> model.mail.addNote(who, name, text, key),
                session -> view(
                        session,
                        desk(session)
                                .addNote(
                                        session.actor(who),
                                        new AddNote(conversation(session, name), text, Session.key(key)))));
    }

    private static Step notes(Draw draw) {
        Who who = draw.dice().asService();
        String name = draw.dice().any("c");
        int size = draw.dice().upTo(2);
        return new Step(
                who,
                "desk lists notes on " + name,
                model -> model.mail.notes(who, name),
                session -> Session.pages(
                        size,
                        page -> desk(session).notes(session.actor(who), conversation(session, name), page),
                        note -> view(session, note)));
    }

    private static Step handOver(Draw draw) {
        Who who = draw.dice().asService();
        String name = draw.dice().any("c");
        String team = draw.dice().of("contract", "claims", "claims", "nowhere");
        Long expected = draw.dice().expecting(draw.model(who).mail.version(name));
        return new Step(
                who,
                "desk hands " + name + " over to " + team + " at " + expected,
                model -> model.mail.handOver(who, name, team, expected),
                session -> view(
                        session,
                        desk(session)
                                .handOver(
                                        session.actor(who),
                                        new HandOver(conversation(session, name), team, expected))));
    }

    private static Step upload(Draw draw) {
        Who who = draw.dice().asService();
        String customer = draw.dice().customer();
        String text = draw.dice().of("eins", "zwei", "drei");
        return new Step(
                who,
                "desk uploads attachment for " + customer + " " + text,
                model -> model.mail.upload(Side.DESK, who, customer, text),
                session -> InboxSteps.view(
                        session,
                        desk(session)
                                .uploadAttachment(
                                        session.actor(who),
                                        UploadForCustomer.of(CustomerId.of(customer)),
                                        Session.bytes(text))));
    }

    private static Step openAttachment(Draw draw) {
        Who who = draw.dice().asService();
        String[] wanted = draw.pair(
                draw.model(who).mail.attached(),
                draw.dice().any("c") + "#1 " + draw.dice().any("b"));
        String message = wanted[0];
        String content = wanted[1];
        return new Step(
                who,
                "desk opens attachment " + content + " of " + message,
                model -> model.mail.openAttachment(Side.DESK, who, message, content),
                session -> Session.text(desk(session)
                        .openAttachment(
                                session.actor(who),
                                MessageId.of(session.id(message)),
                                ContentRef.of(session.id(content)))));
    }

    private static String view(Session session, InternalNote note) {
        return Lines.of(
                session.name(note.conversation().value()), note.number(), note.author(), note.text(), note.writtenAt());
    }

    private static String view(Session session, DeskConversation found) {
        return Lines.of(
                session.name(found.id().value()),
                found.customer(),
                found.topic(),
                found.team(),
                found.subject(),
                found.messages(),
                found.unread(),
                found.version(),
                found.openedAt(),
                found.latestAt());
    }
}
