// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.EventType;

/**
 * Staff wrote an internal note.
 *
 * @param conversation about which
 * @param note which note
 */
public record NoteAdded(ConversationId conversation, NoteId note) {
    /** The type of this event. */
    public static final EventType<NoteAdded> TYPE =
            new EventType<>("portalblocks.messaging.note-added.v1", NoteAdded.class);
}
