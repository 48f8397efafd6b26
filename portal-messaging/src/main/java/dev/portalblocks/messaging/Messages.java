// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.ConversationOpened;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageSent;
import dev.portalblocks.messaging.model.MessageText;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredConversation.Progress;
import dev.portalblocks.messaging.spi.StoredMessage;

/** Writes messages: the place of each is taken while its conversation is locked, so that places have no gaps. */
final class Messages {
    private final MessageStore store;
    private final Conversations conversations;
    private final Attachments attachments;
    private final Teams teams;

    Messages(MessageStore store, Conversations conversations, Attachments attachments, Teams teams) {
        this.store = store;
        this.conversations = conversations;
        this.attachments = attachments;
        this.teams = teams;
    }

    /**
     * What a conversation begins with.
     *
     * @param customer with whom
     * @param from who opens it
     * @param topic what it is about
     * @param subject its heading
     * @param message the first message
     */
    record Opening(CustomerId customer, Side from, String topic, String subject, MessageText message) {}

    StoredConversation open(OperationContext context, ConversationId id, Opening opening) {
        StoredConversation nothing = new StoredConversation(
                context.scope().tenant(),
                id,
                opening.customer(),
                opening.topic(),
                teams.teamFor(context, opening.topic()),
                opening.subject(),
                Progress.NONE,
                0,
                context.now(),
                context.now());
        if (!context.scope().covers(nothing.label())) {
            context.about(Views.ref(id), opening.customer());
            throw context.denied(Views.ref(id), "conversation.beyond-scope");
        }
        StoredConversation begun = nothing.afterMessageFrom(opening.from(), context.now());
        conversations.add(context, begun);
        StoredMessage first = append(context, MessageId.of(context.newId()), begun, opening.from(), opening.message());
        context.emit(
                ConversationOpened.TYPE,
                Views.ref(id),
                Views.lane(begun),
                new ConversationOpened(id, begun.customer(), opening.from()));
        announce(context, begun, first);
        return begun;
    }

    StoredMessage send(OperationContext context, MessageId id, SendMessage command, Side from) {
        StoredConversation before = conversations.lock(context, command.conversation());
        StoredConversation after = before.afterMessageFrom(from, context.now());
        conversations.replace(context, before, after);
        StoredMessage message = append(context, id, after, from, command.message());
        announce(context, after, message);
        return message;
    }

    StoredMessage find(OperationContext context, MessageId id) {
        return store.find(context.tx(), context.scope(), id).orElseThrow(() -> new PortalException.NotFound("message"));
    }

    private static void announce(OperationContext context, StoredConversation in, StoredMessage message) {
        context.emit(
                MessageSent.TYPE,
                Views.ref(in.id()),
                Views.lane(in),
                new MessageSent(in.id(), in.customer(), message.id(), message.sequence(), message.from()));
    }

    private StoredMessage append(
            OperationContext context, MessageId id, StoredConversation in, Side from, MessageText message) {
        StoredMessage stored = new StoredMessage(
                in.tenant(),
                id,
                in.id(),
                in.progress().messages(),
                from,
                message.text(),
                attachments.attach(context, in.customer(), id, message.attachments()),
                in.latestAt());
        if (!store.append(context.tx(), stored)) {
            throw new PortalException.Conflict("message.duplicate");
        }
        return stored;
    }
}
