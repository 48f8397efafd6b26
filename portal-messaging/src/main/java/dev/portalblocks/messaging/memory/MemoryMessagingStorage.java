// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.memory;

import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.NoteStore;

/**
 * Conversations in a memory that the portal shares.
 *
 * @param domain the memory
 * @param conversations the store of conversations
 * @param messages the store of messages
 * @param notes the store of internal notes
 */
public record MemoryMessagingStorage(
        Memory domain, ConversationStore conversations, MessageStore messages, NoteStore notes)
        implements MessagingStorage {
    /** Returns the storage in this memory. */
    public static MemoryMessagingStorage in(Memory memory) {
        MemoryConversationStore conversations = new MemoryConversationStore(memory);
        return new MemoryMessagingStorage(
                memory,
                conversations,
                new MemoryMessageStore(memory, conversations),
                new MemoryNoteStore(memory, conversations));
    }
}
