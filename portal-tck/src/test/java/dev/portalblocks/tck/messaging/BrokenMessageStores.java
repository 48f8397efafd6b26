// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredMessage;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of messages that are right but for one condition. */
final class BrokenMessageStores {
    private BrokenMessageStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements MessageStore, MessagingStorage {
        final Memory memory = new Memory();
        final MessagingStorage inner = MemoryMessagingStorage.in(memory);

        @Override
        public Memory domain() {
            return memory;
        }

        @Override
        public ConversationStore conversations() {
            return inner.conversations();
        }

        @Override
        public MessageStore messages() {
            return this;
        }

        @Override
        public NoteStore notes() {
            return inner.notes();
        }

        @Override
        public boolean append(Tx tx, StoredMessage message) {
            return inner.messages().append(tx, message);
        }

        @Override
        public Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id) {
            return inner.messages().find(tx, scope, id);
        }

        @Override
        public List<StoredMessage> list(Tx tx, Scope scope, Slice slice) {
            return inner.messages().list(tx, scope, slice);
        }

        @Override
        public long count(Tx tx, Scope scope, ConversationId conversation, Side from, long behind) {
            return inner.messages().count(tx, scope, conversation, from, behind);
        }

        StoreFixture<MessagingStorage> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** White space round a text is lost. */
    @Breaks(1)
    static final class StripsTexts implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public boolean append(Tx tx, StoredMessage message) {
                    return super.append(
                            tx,
                            new StoredMessage(
                                    message.tenant(),
                                    message.id(),
                                    message.conversation(),
                                    message.sequence(),
                                    message.from(),
                                    message.text().strip(),
                                    message.attachments(),
                                    message.sentAt()));
                }
            }.fixture();
        }
    }

    /** A message is covered like its conversation when it was sent. */
    @Breaks(2)
    static final class BelongsToTheTeamOfItsDay implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                private final Map<String, StoredConversation> sent = new ConcurrentHashMap<>();

                @Override
                public boolean append(Tx tx, StoredMessage message) {
                    conversations()
                            .find(tx, Scope.wholeTenant(message.tenant()), message.conversation())
                            .ifPresent(row -> sent.put(message.tenant() + "/" + message.id(), row));
                    return super.append(tx, message);
                }

                @Override
                public Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id) {
                    StoredConversation row = sent.get(scope.tenant() + "/" + id);
                    return row != null && scope.covers(row.label())
                            ? super.find(tx, Scope.wholeTenant(scope.tenant()), id)
                            : Optional.empty();
                }
            }.fixture();
        }
    }

    /** Nothing is appended, and nobody is told. */
    @Breaks(3)
    static final class SaysYesToATakenPlace implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public boolean append(Tx tx, StoredMessage message) {
                    super.append(tx, message);
                    return true;
                }
            }.fixture();
        }
    }

    /** A page begins with the last message of the one before. */
    @Breaks(4)
    static final class RepeatsTheAnchor implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredMessage> list(Tx tx, Scope scope, Slice slice) {
                    Keyset after = slice.after();
                    if (after == null) {
                        return super.list(tx, scope, slice);
                    }
                    long before = Long.parseLong(after.id()) - 1;
                    Keyset place = Keyset.ofId(String.format(Locale.ROOT, "%019d", before));
                    return super.list(tx, scope, new Slice(slice.conversation(), slice.order(), place, slice.limit()));
                }
            }.fixture();
        }
    }

    /** One's own messages count as well. */
    @Breaks(5)
    static final class CountsBothSides implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public long count(Tx tx, Scope scope, ConversationId conversation, Side from, long behind) {
                    return super.count(tx, scope, conversation, from, behind)
                            + super.count(tx, scope, conversation, from.other(), behind);
                }
            }.fixture();
        }
    }

    /** A message that a tenant lacks is taken from the other one. */
    @Breaks(6)
    static final class LooksIntoTheOtherTenant implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id) {
                    return scope.tenant().equals(MessagingRows.OTHER)
                            ? super.find(tx, scope, id).or(() -> super.find(tx, MessagingRows.ALL, id))
                            : super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** An id is taken as soon as somebody has tried it. */
    @Breaks(7)
    static final class RemembersWhatWasRolledBack implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                private final Set<String> taken = ConcurrentHashMap.newKeySet();

                @Override
                public boolean append(Tx tx, StoredMessage message) {
                    return taken.add(message.tenant() + "/" + message.id()) && super.append(tx, message);
                }
            }.fixture();
        }
    }
}
