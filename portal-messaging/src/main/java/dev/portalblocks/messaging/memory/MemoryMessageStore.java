// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.StoredMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages in memory, which looks at the conversation each time. */
final class MemoryMessageStore implements MessageStore {
    private static final Comparator<Id> BY_ID =
            Comparator.comparing((Id key) -> key.tenant().value()).thenComparing(Id::id);
    private static final Comparator<Place> BY_PLACE = Comparator.comparing(
                    (Place key) -> key.tenant().value())
            .thenComparing(Place::conversation)
            .thenComparing(Place::order)
            .thenComparing(Place::place);

    private final ConversationStore conversations;
    private final MemoryTable<Id, StoredMessage> messages;
    private final MemoryTable<Place, StoredMessage> inOrder;

    MemoryMessageStore(Memory memory, ConversationStore conversations) {
        this.conversations = conversations;
        messages = memory.table("messaging.message", BY_ID);
        inOrder = memory.table("messaging.message-in-order", BY_PLACE);
    }

    @Override
    public boolean append(Tx tx, StoredMessage message) {
        Id id = new Id(message.tenant(), message.id().toString());
        Place place = Place.of(message, MessageOrder.OLDEST_FIRST);
        boolean isFree = messages.findForUpdate(tx, id).isEmpty()
                && inOrder.findForUpdate(tx, place).isEmpty();
        if (isFree) {
            messages.put(tx, id, message);
            inOrder.put(tx, place, message);
            inOrder.put(tx, Place.of(message, MessageOrder.NEWEST_FIRST), message);
        }
        return isFree;
    }

    @Override
    public Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id) {
        return messages.find(tx, new Id(scope.tenant(), id.toString()))
                .filter(message -> isCovered(tx, scope, message.conversation()));
    }

    @Override
    public List<StoredMessage> list(Tx tx, Scope scope, Slice slice) {
        if (!isCovered(tx, scope, slice.conversation())) {
            return List.of();
        }
        String after = slice.after() == null ? "" : slice.after().id();
        return behind(tx, new Place(scope.tenant(), slice.conversation().toString(), slice.order(), after))
                .limit(slice.limit())
                .toList();
    }

    @Override
    public long count(Tx tx, Scope scope, ConversationId conversation, Side from, long behind) {
        if (!isCovered(tx, scope, conversation)) {
            return 0;
        }
        MessageOrder order = MessageOrder.OLDEST_FIRST;
        String place = MessageStore.place(order, behind).id();
        return behind(tx, new Place(scope.tenant(), conversation.toString(), order, place))
                .filter(message -> message.from() == from)
                .count();
    }

    private Stream<StoredMessage> behind(Tx tx, Place place) {
        return inOrder.after(tx, place)
                .takeWhile(row -> row.getKey().isBeside(place))
                .map(Map.Entry::getValue);
    }

    private boolean isCovered(Tx tx, Scope scope, ConversationId conversation) {
        return conversations.find(tx, scope, conversation).isPresent();
    }

    private record Id(TenantId tenant, String id) {}

    private record Place(TenantId tenant, String conversation, MessageOrder order, String place) {
        static Place of(StoredMessage message, MessageOrder order) {
            String place = MessageStore.place(order, message.sequence()).id();
            return new Place(message.tenant(), message.conversation().toString(), order, place);
        }

        boolean isBeside(Place other) {
            return tenant.equals(other.tenant) && conversation.equals(other.conversation) && order == other.order;
        }
    }
}
