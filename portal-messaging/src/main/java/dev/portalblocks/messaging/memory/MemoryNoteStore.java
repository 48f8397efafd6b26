// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.NoteId;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredNote;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Internal notes in memory, apart from conversations and messages. */
final class MemoryNoteStore implements NoteStore {
    private static final Comparator<Id> BY_ID =
            Comparator.comparing((Id key) -> key.tenant().value()).thenComparing(Id::id);
    private static final Comparator<Place> BY_PLACE = Comparator.comparing(
                    (Place key) -> key.tenant().value())
            .thenComparing(Place::conversation)
            .thenComparing(Place::place);

    private final ConversationStore conversations;
    private final MemoryTable<Id, StoredNote> notes;
    private final MemoryTable<Place, StoredNote> inOrder;

    MemoryNoteStore(Memory memory, ConversationStore conversations) {
        this.conversations = conversations;
        notes = memory.table("messaging.note", BY_ID);
        inOrder = memory.table("messaging.note-in-order", BY_PLACE);
    }

    @Override
    public boolean append(Tx tx, StoredNote note) {
        Id id = new Id(note.tenant(), note.id().toString());
        Place place = new Place(
                note.tenant(),
                note.conversation().toString(),
                NoteStore.place(note.number()).id());
        boolean isFree = notes.findForUpdate(tx, id).isEmpty()
                && inOrder.findForUpdate(tx, place).isEmpty();
        if (isFree) {
            notes.put(tx, id, note);
            inOrder.put(tx, place, note);
        }
        return isFree;
    }

    @Override
    public Optional<StoredNote> find(Tx tx, Scope scope, NoteId id) {
        return notes.find(tx, new Id(scope.tenant(), id.toString()))
                .filter(note -> isCovered(tx, scope, note.conversation()));
    }

    @Override
    public List<StoredNote> list(Tx tx, Scope scope, ConversationId conversation, @Nullable Keyset after, int limit) {
        return behind(tx, scope, conversation, after == null ? "" : after.id())
                .limit(limit)
                .toList();
    }

    @Override
    public long lastNumber(Tx tx, Scope scope, ConversationId conversation) {
        return behind(tx, scope, conversation, "")
                .mapToLong(StoredNote::number)
                .max()
                .orElse(0);
    }

    private Stream<StoredNote> behind(Tx tx, Scope scope, ConversationId conversation, String place) {
        if (!isCovered(tx, scope, conversation)) {
            return Stream.empty();
        }
        Place from = new Place(scope.tenant(), conversation.toString(), place);
        return inOrder.after(tx, from)
                .takeWhile(row -> row.getKey().isBeside(from))
                .map(Map.Entry::getValue);
    }

    private boolean isCovered(Tx tx, Scope scope, ConversationId conversation) {
        return conversations.find(tx, scope, conversation).isPresent();
    }

    private record Id(TenantId tenant, String id) {}

    private record Place(TenantId tenant, String conversation, String place) {
        boolean isBeside(Place other) {
            return tenant.equals(other.tenant) && conversation.equals(other.conversation);
        }
    }
}
