// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.NoteAdded;
import dev.portalblocks.messaging.model.NoteId;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredNote;

/** Writes internal notes. The conversation is only locked, and their events stand in an order of their own. */
final class Notes {
    private final NoteStore store;
    private final Conversations conversations;

    Notes(NoteStore store, Conversations conversations) {
        this.store = store;
        this.conversations = conversations;
    }

    StoredNote add(OperationContext context, NoteId id, AddNote command) {
        StoredConversation about = conversations.lockForStaff(context, command.conversation());
        long number = store.lastNumber(context.tx(), context.scope(), about.id()) + 1;
        StoredNote note = new StoredNote(
                about.tenant(), id, about.id(), number, context.actor().identity(), command.text(), context.now());
        if (!store.append(context.tx(), note)) {
            throw new PortalException.Conflict("note.duplicate");
        }
        context.emit(NoteAdded.TYPE, Views.ref(about.id()), new NoteAdded(about.id(), id));
        return note;
    }

    StoredNote find(OperationContext context, NoteId id) {
        return store.find(context.tx(), context.scope(), id).orElseThrow(() -> new PortalException.NotFound("note"));
    }
}
