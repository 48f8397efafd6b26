// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps conversations. A scope covers a conversation of its tenant that is with one of its customers and handled by one
 * of its teams; both are part of the query.
 *
 * <ol>
 *   <li>{@code find} returns what was written last, all components unchanged; what the scope does not cover is as absent
 *       as what is not there, in the same one query.
 *   <li>{@code findForUpdate} does the same and keeps every other {@code findForUpdate} of the conversation that it found,
 *       and every other {@code update} of the version that it found, waiting until the transaction ends; it sees what was
 *       committed last.
 *   <li>{@code insert} is false, and changes nothing, when the tenant has a conversation of this id already; of concurrent
 *       ones one is true.
 *   <li>{@code update} replaces the conversation where its version is the expected one; else it is false and changes
 *       nothing.
 *   <li>{@code list} returns what the scope covers, the latest {@code latestAt} first, those of the same instant by the text
 *       of their ids, behind {@code after}, which need not stand there any more: {@code limit} of them, or all that are
 *       left.
 *   <li>{@code unread} adds up what one side has not read, over all that the scope covers and nothing else.
 *   <li>Work on one conversation keeps nobody waiting who works on another, also on another of the same customer.
 *   <li>Tenants never meet: equal ids of two tenants are two conversations.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Instants are between the years 1 and 9999. Thread-safe.
 */
public interface ConversationStore {
    /** Returns the conversation within the scope. */
    Optional<StoredConversation> find(Tx tx, Scope scope, ConversationId id);

    /** Returns the conversation within the scope, and locks it. */
    Optional<StoredConversation> findForUpdate(Tx tx, Scope scope, ConversationId id);

    /** Adds a conversation; false when there is one. */
    boolean insert(Tx tx, StoredConversation conversation);

    /** Replaces a conversation of the expected version, which may be its new one as well; false when there is none. */
    boolean update(Tx tx, StoredConversation conversation, long expectedVersion);

    /** Returns conversations, the latest first; {@code after} is the {@link #place} of one. */
    List<StoredConversation> list(Tx tx, Scope scope, @Nullable Keyset after, int limit);

    /** Returns how many messages this side has not read, and in how many conversations. */
    Unread unread(Tx tx, Scope scope, Side side);

    /** Returns where a conversation stands in the list. */
    static Keyset place(StoredConversation conversation) {
        Instant at = conversation.latestAt();
        long secondsLeft = 253_402_300_799L - at.getEpochSecond(); // to the end of the year 9999
        long microsLeft = secondsLeft * 1_000_000 + 999_999 - at.getNano() / 1_000;
        String digits = Long.toString(microsLeft);
        return new Keyset(
                "0".repeat(18 - digits.length()) + digits, conversation.id().toString());
    }
}
