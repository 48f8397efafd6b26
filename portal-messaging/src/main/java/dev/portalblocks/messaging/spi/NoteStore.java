// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.NoteId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps internal notes, which never change. A scope covers a note where it covers the conversation as it is now; that is
 * part of the same query.
 *
 * <ol>
 *   <li>{@code find} returns what was appended, all components unchanged; what the scope does not cover is as absent as
 *       what is not there, also when the conversation went to another team since.
 *   <li>{@code append} is false, and changes nothing, when the tenant has a note of this id, or the conversation one of
 *       this number already; of concurrent ones one is true.
 *   <li>{@code list} returns the conversation's notes and no other, within the scope, by ascending number, behind
 *       {@code after}, which need not be there: {@code limit} of them, or all that are left.
 *   <li>{@code lastNumber} returns the greatest number of the conversation's notes; 0 when there is none, or when the scope
 *       does not cover the conversation.
 *   <li>Notes leave conversations and messages as they are: nothing that those stores return tells of them.
 *   <li>Tenants never meet: equal ids of two tenants are two notes.
 *   <li>A transaction that is rolled back leaves nothing.
 * </ol>
 *
 * <p>Thread-safe.
 */
public interface NoteStore {
    /** Adds a note; false when there is one of its id or number. */
    boolean append(Tx tx, StoredNote note);

    /** Returns the note within the scope. */
    Optional<StoredNote> find(Tx tx, Scope scope, NoteId id);

    /** Returns notes, the oldest first; {@code after} is the {@link #place} of one. */
    List<StoredNote> list(Tx tx, Scope scope, ConversationId conversation, @Nullable Keyset after, int limit);

    /** Returns the number of the last note. */
    long lastNumber(Tx tx, Scope scope, ConversationId conversation);

    /** Returns where the note of a number stands in the list. */
    static Keyset place(long number) {
        return Keyset.ofId(Keyset.digits(number, 19));
    }
}
