// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.store;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.*;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.examples.store.MvDomain.Rows;
import dev.portalblocks.messaging.model.*;
import dev.portalblocks.messaging.spi.*;
import java.util.*;
import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;

/** The inbox on an MVStore. It reads all conversations of a tenant, all messages of a conversation: right, not fast. */
public record MvMessagingStorage(
        MvDomain domain, ConversationStore conversations, MessageStore messages, NoteStore notes)
        implements MessagingStorage {
    /** Returns the storage in this store, which the caller closes. */
    public static MvMessagingStorage in(MVStore store) {
        MvDomain db = new MvDomain(store, 10_000);
        var conversations = new Conversations(db.rows("conversation", StoredConversation.class));
        var messages = db.rows("message", StoredMessage.class);
        var inOrder = db.rows("message-place", StoredMessage.class);
        var notes = db.rows("note", StoredNote.class);
        var notesInOrder = db.rows("note-place", StoredNote.class);
        return new MvMessagingStorage(
                db,
                conversations,
                new Messages(new Placed<>(conversations, messages, inOrder, StoredMessage::conversation)),
                new Notes(new Placed<>(conversations, notes, notesInOrder, StoredNote::conversation)));
    }

    private static <V> List<V> page(Stream<V> rows, Function<V, Keyset> place, Keyset after, int limit) {
        return rows.filter(row -> after == null || place.apply(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(place))
                .limit(limit)
                .toList();
    }

    private record Conversations(Rows<StoredConversation> rows) implements ConversationStore {
        // guide begins
        @Override public Optional<StoredConversation> find(Tx tx, Scope scope, ConversationId id) {
            return rows.find(tx, Rows.key(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
        }

        @Override public Optional<StoredConversation> findForUpdate(Tx tx, Scope scope, ConversationId id) {
            return find(tx, scope, id) // what is foreign is not waited for
                    .flatMap(there -> rows.lock(tx, Rows.key(scope.tenant(), id)))
                    .filter(found -> scope.covers(found.label()));
        }
        // guide ends

        @Override public boolean insert(Tx tx, StoredConversation row) {
            return rows.insert(tx, Rows.key(row.tenant(), row.id()), row);
        }

        @Override public boolean update(Tx tx, StoredConversation row, long expectedVersion) {
            String key = Rows.key(row.tenant(), row.id());
            return rows.lock(tx, key).filter(now -> now.version() == expectedVersion).isPresent()
                    && rows.put(tx, key, row);
        }

        @Override public List<StoredConversation> list(Tx tx, Scope scope, Keyset after, int limit) {
            return page(covered(tx, scope), ConversationStore::place, after, limit);
        }

        @Override public Unread unread(Tx tx, Scope scope, Side side) {
            var unread = covered(tx, scope)
                    .mapToLong(row -> row.progress().of(side).unread())
                    .filter(some -> some > 0)
                    .summaryStatistics();
            return new Unread(unread.getSum(), unread.getCount());
        }

        private Stream<StoredConversation> covered(Tx tx, Scope scope) {
            return rows.below(tx, Rows.key(scope.tenant())).filter(row -> scope.covers(row.label()));
        }
    }

    /** What stands in a conversation, by id and by place; covered where the conversation is. */
    private record Placed<V>(
            Conversations conversations, Rows<V> byId, Rows<V> byPlace, Function<V, ConversationId> where) {
        boolean append(Tx tx, TenantId tenant, Object id, Keyset place, V row) {
            String key = Rows.key(tenant, id);
            return byId.lock(tx, key).isEmpty()
                    && byPlace.insert(tx, Rows.key(tenant, where.apply(row), place.id()), row)
                    && byId.insert(tx, key, row);
        }

        Optional<V> find(Tx tx, Scope scope, Object id) {
            return byId.find(tx, Rows.key(scope.tenant(), id))
                    .filter(row -> conversations.find(tx, scope, where.apply(row)).isPresent());
        }

        Stream<V> all(Tx tx, Scope scope, ConversationId id) {
            return conversations.find(tx, scope, id).stream()
                    .flatMap(there -> byPlace.below(tx, Rows.key(scope.tenant(), id)));
        }
    }

    private record Messages(Placed<StoredMessage> placed) implements MessageStore {
        @Override public boolean append(Tx tx, StoredMessage row) {
            Keyset place = MessageStore.place(MessageOrder.OLDEST_FIRST, row.sequence());
            return placed.append(tx, row.tenant(), row.id(), place, row);
        }

        @Override public Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id) {
            return placed.find(tx, scope, id);
        }

        @Override public List<StoredMessage> list(Tx tx, Scope scope, Slice slice) {
            Function<StoredMessage, Keyset> place = row -> MessageStore.place(slice.order(), row.sequence());
            return page(placed.all(tx, scope, slice.conversation()), place, slice.after(), slice.limit());
        }

        @Override public long count(Tx tx, Scope scope, ConversationId id, Side from, long behind) {
            return placed.all(tx, scope, id).filter(row -> row.from() == from && row.sequence() > behind).count();
        }
    }

    private record Notes(Placed<StoredNote> placed) implements NoteStore {
        @Override public boolean append(Tx tx, StoredNote row) {
            return placed.append(tx, row.tenant(), row.id(), NoteStore.place(row.number()), row);
        }

        @Override public Optional<StoredNote> find(Tx tx, Scope scope, NoteId id) { return placed.find(tx, scope, id); }

        @Override public List<StoredNote> list(Tx tx, Scope scope, ConversationId id, Keyset after, int limit) {
            return page(placed.all(tx, scope, id), row -> NoteStore.place(row.number()), after, limit);
        }

        @Override public long lastNumber(Tx tx, Scope scope, ConversationId id) {
            return placed.all(tx, scope, id).mapToLong(StoredNote::number).max().orElse(0);
        }
    }
}
