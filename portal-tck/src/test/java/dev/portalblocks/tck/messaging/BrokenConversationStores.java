// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of conversations that are right but for one condition. */
final class BrokenConversationStores {
    private BrokenConversationStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ConversationStore {
        final Memory memory = new Memory(Duration.ofSeconds(3));
        final ConversationStore inner = MemoryMessagingStorage.in(memory).conversations();

        @Override
        public Optional<StoredConversation> find(Tx tx, Scope scope, ConversationId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<StoredConversation> findForUpdate(Tx tx, Scope scope, ConversationId id) {
            return inner.findForUpdate(tx, scope, id);
        }

        @Override
        public boolean insert(Tx tx, StoredConversation conversation) {
            return inner.insert(tx, conversation);
        }

        @Override
        public boolean update(Tx tx, StoredConversation conversation, long expectedVersion) {
            return inner.update(tx, conversation, expectedVersion);
        }

        @Override
        public List<StoredConversation> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, after, limit);
        }

        @Override
        public Unread unread(Tx tx, Scope scope, Side side) {
            return inner.unread(tx, scope, side);
        }

        StoreFixture<ConversationStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Whoever knows the id finds what another team handles. */
    @Breaks(1)
    static final class FindsWhatOtherTeamsHandle implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredConversation> find(Tx tx, Scope scope, ConversationId id) {
                    return super.find(tx, ofAnyTeam(scope), id);
                }
            }.fixture();
        }
    }

    /** A lock that locks nothing. */
    @Breaks(2)
    static final class LocksNothing implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredConversation> findForUpdate(Tx tx, Scope scope, ConversationId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** The later one of two stays. */
    @Breaks(3)
    static final class InsertsOverWhatIsThere implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredConversation conversation) {
                    boolean free = super.insert(tx, conversation);
                    if (!free) {
                        super.update(tx, conversation, 1);
                    }
                    return free;
                }
            }.fixture();
        }
    }

    /** An older version than expected is replaced as well. */
    @Breaks(4)
    static final class ReplacesOlderVersions implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredConversation conversation, long expectedVersion) {
                    long current = super.find(tx, Scope.wholeTenant(conversation.tenant()), conversation.id())
                            .map(StoredConversation::version)
                            .orElse(expectedVersion);
                    return super.update(tx, conversation, Math.min(current, expectedVersion));
                }
            }.fixture();
        }
    }

    /** The scope is applied to the page, not to the query. */
    @Breaks(5)
    static final class ShortensPages implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public List<StoredConversation> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), after, limit).stream()
                            .filter(found -> scope.covers(found.label()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** The next page begins behind the instant of the last one. */
    @Breaks(5)
    static final class SkipsWhatHasTheSameInstant implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public List<StoredConversation> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    Keyset behindAll = after == null ? null : new Keyset(after.sortKey(), "~");
                    return super.list(tx, scope, behindAll, limit);
                }
            }.fixture();
        }
    }

    /** The total is that of all teams. */
    @Breaks(6)
    static final class CountsWhatOtherTeamsHandle implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public Unread unread(Tx tx, Scope scope, Side side) {
                    return super.unread(tx, ofAnyTeam(scope), side);
                }
            }.fixture();
        }
    }

    /** One lock for all conversations of a customer. */
    @Breaks(7)
    static final class LocksTheCustomer implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                private final MemoryTable<String, Boolean> customers =
                        memory.table("test.customer", Comparator.<String>naturalOrder());

                @Override
                public boolean update(Tx tx, StoredConversation conversation, long expectedVersion) {
                    customers.findForUpdate(tx, conversation.customer().value());
                    return super.update(tx, conversation, expectedVersion);
                }
            }.fixture();
        }
    }

    /** A conversation that a tenant lacks is taken from the other one. */
    @Breaks(8)
    static final class LooksIntoTheOtherTenant implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredConversation> find(Tx tx, Scope scope, ConversationId id) {
                    return scope.tenant().equals(MessagingRows.OTHER)
                            ? super.find(tx, scope, id).or(() -> super.find(tx, MessagingRows.ALL, id))
                            : super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** An id is taken as soon as somebody has tried it. */
    @Breaks(9)
    static final class RemembersWhatWasRolledBack implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            return new Right() {
                private final Set<String> taken = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredConversation conversation) {
                    return taken.add(conversation.tenant() + "/" + conversation.id()) && super.insert(tx, conversation);
                }
            }.fixture();
        }
    }

    private static Scope ofAnyTeam(Scope scope) {
        return new Scope(scope.tenant(), scope.customers(), Bound.all(), scope.audiences(), scope.states());
    }
}
