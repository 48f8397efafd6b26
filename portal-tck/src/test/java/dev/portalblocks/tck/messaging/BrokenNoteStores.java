// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.NoteId;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredNote;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of internal notes that are right but for one condition. */
final class BrokenNoteStores {
    private BrokenNoteStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements NoteStore, MessagingStorage {
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
            return inner.messages();
        }

        @Override
        public NoteStore notes() {
            return this;
        }

        @Override
        public boolean append(Tx tx, StoredNote note) {
            return inner.notes().append(tx, note);
        }

        @Override
        public Optional<StoredNote> find(Tx tx, Scope scope, NoteId id) {
            return inner.notes().find(tx, scope, id);
        }

        @Override
        public List<StoredNote> list(
                Tx tx, Scope scope, ConversationId conversation, @Nullable Keyset after, int limit) {
            return inner.notes().list(tx, scope, conversation, after, limit);
        }

        @Override
        public long lastNumber(Tx tx, Scope scope, ConversationId conversation) {
            return inner.notes().lastNumber(tx, scope, conversation);
        }

        StoreFixture<MessagingStorage> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** White space round a name is lost. */
    @Breaks(1)
    static final class StripsAuthors implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public boolean append(Tx tx, StoredNote note) {
                    return super.append(
                            tx,
                            new StoredNote(
                                    note.tenant(),
                                    note.id(),
                                    note.conversation(),
                                    note.number(),
                                    note.author().strip(),
                                    note.text(),
                                    note.writtenAt()));
                }
            }.fixture();
        }
    }

    /** Nothing is appended, and nobody is told. */
    @Breaks(2)
    static final class SaysYesToATakenNumber implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public boolean append(Tx tx, StoredNote note) {
                    super.append(tx, note);
                    return true;
                }
            }.fixture();
        }
    }

    /** Whoever knows the conversation reads its notes. */
    @Breaks(3)
    static final class ListsNotesOfOtherTeams implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredNote> list(
                        Tx tx, Scope scope, ConversationId conversation, @Nullable Keyset after, int limit) {
                    Scope any = new Scope(
                            scope.tenant(), scope.customers(), Bound.all(), scope.audiences(), scope.states());
                    return super.list(tx, any, conversation, after, limit);
                }
            }.fixture();
        }
    }

    /** The last number is taken to be how many there are. */
    @Breaks(4)
    static final class CountsInsteadOfLooking implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public long lastNumber(Tx tx, Scope scope, ConversationId conversation) {
                    return super.list(tx, scope, conversation, null, Integer.MAX_VALUE)
                            .size();
                }
            }.fixture();
        }
    }

    /** A note moves the conversation up. */
    @Breaks(5)
    static final class TouchesTheConversation implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public boolean append(Tx tx, StoredNote note) {
                    boolean appended = super.append(tx, note);
                    if (appended) {
                        StoredConversation row = conversations()
                                .find(tx, Scope.wholeTenant(note.tenant()), note.conversation())
                                .orElseThrow();
                        StoredConversation touched =
                                MessagingRows.at(row, row.latestAt().plusMillis(1));
                        conversations().update(tx, touched, row.version());
                    }
                    return appended;
                }
            }.fixture();
        }
    }

    /** A note that a tenant lacks is taken from the other one. */
    @Breaks(6)
    static final class LooksIntoTheOtherTenant implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                @Override
                public Optional<StoredNote> find(Tx tx, Scope scope, NoteId id) {
                    return scope.tenant().equals(MessagingRows.OTHER)
                            ? super.find(tx, scope, id).or(() -> super.find(tx, MessagingRows.ALL, id))
                            : super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** An id is taken as soon as somebody has tried it. */
    @Breaks(7)
    static final class RemembersWhatWasRolledBack implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            return new Right() {
                private final Set<String> taken = ConcurrentHashMap.newKeySet();

                @Override
                public boolean append(Tx tx, StoredNote note) {
                    return taken.add(note.tenant() + "/" + note.id()) && super.append(tx, note);
                }
            }.fixture();
        }
    }
}
