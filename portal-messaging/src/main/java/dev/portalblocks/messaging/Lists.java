// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.InternalNote;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredMessage;
import dev.portalblocks.messaging.spi.StoredNote;
import java.util.function.Consumer;

/** Lists page by page what lies within an operation's reach. */
final class Lists {
    private final Operations operations;
    private final MessagingStorage storage;
    private final Consumer<OperationContext> gate;

    /** Passes each operation through the gate before it reads. */
    Lists(Operations operations, MessagingStorage storage, Consumer<OperationContext> gate) {
        this.operations = operations;
        this.storage = storage;
        this.gate = gate;
    }

    Page<StoredConversation> conversations(Operation operation, Actor actor, PageRequest page) {
        Listing.Rows<StoredConversation> rows = (context, after, limit) -> {
            gate.accept(context);
            return storage.conversations().list(context.tx(), context.scope(), after, limit);
        };
        return operations.list(operation, actor, new Listing<>(page, "", rows, ConversationStore::place));
    }

    Page<Message> messages(Operation operation, Actor actor, Sought sought, PageRequest page) {
        Listing.Rows<StoredMessage> rows = (context, after, limit) -> {
            gate.accept(context);
            require(context, sought.conversation());
            MessageStore.Slice slice = new MessageStore.Slice(sought.conversation(), sought.order(), after, limit);
            return storage.messages().list(context.tx(), context.scope(), slice);
        };
        Listing<StoredMessage> listing = new Listing<>(
                page, sought.toString(), rows, stored -> MessageStore.place(sought.order(), stored.sequence()));
        return operations.list(operation, actor, listing).map(Views::message);
    }

    Page<InternalNote> notes(Operation operation, Actor actor, ConversationId conversation, PageRequest page) {
        Listing.Rows<StoredNote> rows = (context, after, limit) -> {
            gate.accept(context);
            require(context, conversation);
            return storage.notes().list(context.tx(), context.scope(), conversation, after, limit);
        };
        Listing<StoredNote> listing = new Listing<>(page, conversation, rows, Lists::place);
        return operations.list(operation, actor, listing).map(Views::note);
    }

    private void require(OperationContext context, ConversationId conversation) {
        if (storage.conversations()
                .find(context.tx(), context.scope(), conversation)
                .isEmpty()) {
            throw new PortalException.NotFound("conversation");
        }
    }

    private static Keyset place(StoredNote note) {
        return NoteStore.place(note.number());
    }

    /**
     * Which messages are wanted; as text it tells one list from another.
     *
     * @param conversation whose messages
     * @param order in which order
     */
    record Sought(ConversationId conversation, MessageOrder order) {}
}
