// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.messaging.model.ConversationHandedOver;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.ConversationRead;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredConversation.Reading;

/** The conversations within an operation's reach. */
final class Conversations {
    private final ConversationStore store;
    private final MessageStore messages;
    private final Teams teams;

    Conversations(MessagingStorage storage, Teams teams) {
        this.store = storage.conversations();
        this.messages = storage.messages();
        this.teams = teams;
    }

    StoredConversation find(OperationContext context, ConversationId id) {
        return store.find(context.tx(), context.scope(), id).orElseThrow(Conversations::notFound);
    }

    StoredConversation lock(OperationContext context, ConversationId id) {
        StoredConversation found = locked(context, id);
        context.about(Views.ref(id), found.customer());
        return found;
    }

    /** For what the company does for itself: its audit entry is no matter of the customer's. */
    StoredConversation lockForStaff(OperationContext context, ConversationId id) {
        StoredConversation found = locked(context, id);
        context.about(Views.ref(id));
        return found;
    }

    void add(OperationContext context, StoredConversation conversation) {
        context.about(Views.ref(conversation.id()), conversation.customer());
        if (!store.insert(context.tx(), conversation)) {
            throw new PortalException.Conflict("conversation.duplicate");
        }
    }

    void replace(OperationContext context, StoredConversation before, StoredConversation after) {
        if (!store.update(context.tx(), after, before.version())) {
            throw new PortalException.Conflict("conversation.version-conflict");
        }
    }

    /** Never back, and never beyond the last message: one that comes later is not read by a number that was too great. */
    StoredConversation markRead(OperationContext context, MarkRead command, Side side) {
        StoredConversation before = lock(context, command.conversation());
        long upTo = Math.min(command.upTo(), before.progress().messages());
        if (upTo <= before.progress().of(side).upTo()) {
            context.unchanged();
            return before;
        }
        long unread = messages.count(context.tx(), context.scope(), before.id(), side.other(), upTo);
        StoredConversation after = before.readBy(side, new Reading(upTo, unread));
        replace(context, before, after);
        context.emit(
                ConversationRead.TYPE,
                Views.ref(after.id()),
                Views.lane(after),
                new ConversationRead(after.id(), side, upTo));
        return after;
    }

    StoredConversation handOver(OperationContext context, HandOver command) {
        StoredConversation before = lock(context, command.conversation());
        Long expected = command.expectedVersion();
        if (expected != null && expected != before.version()) {
            throw new PortalException.Conflict("conversation.version-conflict");
        }
        teams.require(context, command.team(), "conversation.team-unknown");
        if (before.team().equals(command.team())) {
            context.unchanged();
            return before;
        }
        StoredConversation after = before.handedTo(command.team());
        replace(context, before, after);
        context.emit(
                ConversationHandedOver.TYPE,
                Views.ref(after.id()),
                Views.lane(after),
                new ConversationHandedOver(after.id(), after.team(), after.version()));
        return after;
    }

    private StoredConversation locked(OperationContext context, ConversationId id) {
        return store.findForUpdate(context.tx(), context.scope(), id).orElseThrow(Conversations::notFound);
    }

    private static PortalException.NotFound notFound() {
        return new PortalException.NotFound("conversation");
    }
}
