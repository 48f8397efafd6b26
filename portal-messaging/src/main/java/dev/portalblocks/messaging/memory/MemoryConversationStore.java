// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.memory;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations in memory. */
final class MemoryConversationStore implements ConversationStore {
    private static final Comparator<Key> BY_ID =
            Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id);
    private static final Comparator<OwnerKey> BY_OWNER = Comparator.comparing(
                    (OwnerKey key) -> key.tenant().value())
            .thenComparing(OwnerKey::customer)
            .thenComparing(OwnerKey::id);

    private final MemoryTable<Key, StoredConversation> conversations;
    private final MemoryTable<OwnerKey, ConversationId> byCustomer;

    MemoryConversationStore(Memory memory) {
        conversations = memory.table("messaging.conversation", BY_ID);
        byCustomer = memory.table("messaging.conversation-of-customer", BY_OWNER);
    }

    @Override
    public Optional<StoredConversation> find(Tx tx, Scope scope, ConversationId id) {
        return conversations.find(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<StoredConversation> findForUpdate(Tx tx, Scope scope, ConversationId id) {
        if (find(tx, scope, id).isEmpty()) {
            return Optional.empty(); // what is foreign is not waited for either
        }
        return conversations.findForUpdate(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public boolean insert(Tx tx, StoredConversation conversation) {
        boolean inserted = conversations.insert(tx, Key.of(conversation.tenant(), conversation.id()), conversation);
        if (inserted) {
            byCustomer.put(tx, OwnerKey.of(conversation), conversation.id());
        }
        return inserted;
    }

    @Override
    public boolean update(Tx tx, StoredConversation conversation, long expectedVersion) {
        Key key = Key.of(conversation.tenant(), conversation.id());
        boolean expected = conversations
                .findForUpdate(tx, key)
                .filter(now -> now.version() == expectedVersion)
                .isPresent();
        if (expected) {
            conversations.put(tx, key, conversation);
        }
        return expected;
    }

    @Override
    public List<StoredConversation> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        return covered(tx, scope)
                .map(found -> Map.entry(ConversationStore.place(found), found))
                .filter(found -> after == null || found.getKey().compareTo(after) > 0)
                .sorted(Map.Entry.comparingByKey())
                .limit(limit)
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Unread unread(Tx tx, Scope scope, Side side) {
        return covered(tx, scope)
                .mapToLong(found -> found.progress().of(side).unread())
                .filter(unread -> unread > 0)
                .mapToObj(unread -> new Unread(unread, 1))
                .reduce(
                        Unread.NONE,
                        (some, more) -> new Unread(
                                some.messages() + more.messages(), some.conversations() + more.conversations()));
    }

    private Stream<StoredConversation> covered(Tx tx, Scope scope) {
        Stream<StoredConversation> candidates = scope.customers() instanceof Bound.Only<CustomerId> only
                ? only.values().stream().flatMap(customer -> of(tx, scope.tenant(), customer))
                : all(tx, scope.tenant());
        return candidates.filter(found -> scope.covers(found.label()));
    }

    private Stream<StoredConversation> of(Tx tx, TenantId tenant, CustomerId customer) {
        return byCustomer
                .from(tx, new OwnerKey(tenant, customer.value(), ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant)
                        && row.getKey().customer().equals(customer.value()))
                .map(row -> conversations.find(tx, Key.of(tenant, row.getValue())))
                .flatMap(Optional::stream);
    }

    private Stream<StoredConversation> all(Tx tx, TenantId tenant) {
        return conversations
                .from(tx, new Key(tenant, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, ConversationId id) {
            return new Key(tenant, id.toString());
        }
    }

    private record OwnerKey(TenantId tenant, String customer, String id) {
        static OwnerKey of(StoredConversation conversation) {
            return new OwnerKey(
                    conversation.tenant(),
                    conversation.customer().value(),
                    conversation.id().toString());
        }
    }
}
