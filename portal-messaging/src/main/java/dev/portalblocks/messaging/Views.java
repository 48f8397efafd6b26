// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.DeskConversation;
import dev.portalblocks.messaging.model.InternalNote;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredMessage;
import dev.portalblocks.messaging.spi.StoredNote;

/** What is stored, as callers see it. */
final class Views {
    private Views() {}

    static Conversation forCustomer(StoredConversation stored) {
        return new Conversation(
                stored.id(),
                stored.topic(),
                stored.subject(),
                stored.progress().messages(),
                stored.progress().of(Side.CUSTOMER).unread(),
                stored.openedAt(),
                stored.latestAt());
    }

    static DeskConversation forStaff(StoredConversation stored) {
        return new DeskConversation(
                stored.id(),
                stored.customer(),
                stored.topic(),
                stored.team(),
                stored.subject(),
                stored.progress().messages(),
                stored.progress().of(Side.COMPANY).unread(),
                stored.version(),
                stored.openedAt(),
                stored.latestAt());
    }

    static Message message(StoredMessage stored) {
        return new Message(
                stored.id(),
                stored.conversation(),
                stored.sequence(),
                stored.from(),
                stored.text(),
                stored.attachments(),
                stored.sentAt());
    }

    static Transcript.Line line(StoredMessage stored) {
        Transcript.Speaker speaker =
                stored.from() == Side.CUSTOMER ? Transcript.Speaker.CUSTOMER : Transcript.Speaker.COMPANY;
        return new Transcript.Line(speaker, stored.text(), stored.sentAt());
    }

    static InternalNote note(StoredNote stored) {
        return new InternalNote(
                stored.id(),
                stored.conversation(),
                stored.number(),
                stored.author(),
                stored.text(),
                stored.writtenAt());
    }

    static ObjectRef ref(ConversationId id) {
        return ObjectRef.of("conversation", id);
    }

    /** Returns the order that a conversation's events belong to. */
    static ObjectRef lane(StoredConversation stored) {
        return ObjectRef.of("customer", stored.customer());
    }
}
