// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages, which never change. A scope covers a message where it covers the conversation as it is now; that is
 * part of the same query.
 *
 * <ol>
 *   <li>{@code find} returns what was appended, all components unchanged, the attachments in their order; what the scope
 *       does not cover is as absent as what is not there.
 *   <li>A message is covered like its conversation, whatever becomes of that: one that another team handles since is
 *       covered for that team, and no longer for the one before, in {@code find}, {@code list} and {@code count}.
 *   <li>{@code append} is false, and changes nothing, when the tenant has a message of this id, or the conversation one of
 *       this sequence already; of concurrent ones one is true.
 *   <li>{@code list} returns the conversation's messages and no other, by ascending or by descending sequence, behind
 *       {@code after}, which need not be there: {@code limit} of them, or all that are left. Messages that are sent
 *       meanwhile shift nothing.
 *   <li>{@code count} returns how many messages of the conversation one side wrote whose sequence is greater than the one
 *       given.
 *   <li>Tenants never meet: equal ids of two tenants are two messages.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface MessageStore {
    /** Adds a message; false when there is one of its id or in its place. */
    boolean append(Tx tx, StoredMessage message);

    /** Returns the message within the scope. */
    Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id);

    /** Returns the messages of a slice. */
    List<StoredMessage> list(Tx tx, Scope scope, Slice slice);

    /** Returns how many messages of this side stand behind a sequence. */
    long count(Tx tx, Scope scope, ConversationId conversation, Side from, long behind);

    /**
     * Which messages of a conversation are wanted.
     *
     * @param conversation whose messages
     * @param order in which order
     * @param after the {@link #place} of a message; null from the beginning
     * @param limit how many at most
     */
    record Slice(
            ConversationId conversation,
            MessageOrder order,
            @NotPersonal("a place in an order") @Nullable Keyset after,
            @NotPersonal("a number of rows") int limit) {}

    /** Returns where the message of a sequence stands in the list. */
    static Keyset place(MessageOrder order, long sequence) {
        long place = order == MessageOrder.OLDEST_FIRST ? sequence : Long.MAX_VALUE - sequence;
        return Keyset.ofId(Keyset.digits(place, 19));
    }
}
