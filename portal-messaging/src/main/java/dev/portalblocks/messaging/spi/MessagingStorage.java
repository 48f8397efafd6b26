// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.tx.TransactionDomain;

/**
 * What the inbox stores, as one bundle. Messages and notes are covered by what their conversation is at that moment and read
 * it from the same place, so the stores of two implementations do not work beside each other.
 */
public interface MessagingStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of conversations. */
    ConversationStore conversations();

    /** Returns the store of messages. */
    MessageStore messages();

    /** Returns the store of internal notes. */
    NoteStore notes();
}
