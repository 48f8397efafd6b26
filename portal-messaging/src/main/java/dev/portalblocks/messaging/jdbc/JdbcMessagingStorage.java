// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.jdbc;

import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.NoteStore;

/**
 * Conversations in a database that the portal shares.
 *
 * @param domain the database
 * @param conversations the store of conversations
 * @param messages the store of messages
 * @param notes the store of internal notes
 */
public record JdbcMessagingStorage(
        Database domain, ConversationStore conversations, MessageStore messages, NoteStore notes)
        implements MessagingStorage {
    /** The inbox's tables. */
    public static final Schema SCHEMA = Schema.of("messaging", JdbcMessagingStorage.class, "create");

    /**
     * Returns the storage in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure where its tables are not those of this release, see
     *     {@link Schemas#require}
     */
    public static JdbcMessagingStorage on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcMessagingStorage(
                db, new JdbcConversationStore(db), new JdbcMessageStore(db), new JdbcNoteStore(db));
    }
}
