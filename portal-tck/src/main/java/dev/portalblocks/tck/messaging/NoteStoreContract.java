// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static dev.portalblocks.tck.messaging.MessagingRows.ACME;
import static dev.portalblocks.tck.messaging.MessagingRows.ALL;
import static dev.portalblocks.tck.messaging.MessagingRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.messaging.MessagingRows.ERIKA;
import static dev.portalblocks.tck.messaging.MessagingRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.NoteId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredNote;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of {@link NoteStore}: implement it in a test class and return the storage to be tested. */
@ContractOf(NoteStore.class)
public interface NoteStoreContract {
    /** Returns an empty storage, whose conversations keep their promises, and its domain; asked once in each test. */
    StoreFixture<MessagingStorage> fixture();

    /** Texts and authors of every kind. */
    @Test
    @Promise(1)
    default void findReturnsAllComponentsUnchanged() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation about = conversation(store, random);
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            StoredNote plain = MessagingRows.note(random, about, i + 1L);
            StoredNote note = new StoredNote(
                    ACME,
                    plain.id(),
                    about.id(),
                    plain.number(),
                    texts.get(i),
                    texts.get(i),
                    Awkward.instants().get(i % Awkward.instants().size()));
            append(store, note);
            assertThat(find(store, ALL, note.id())).contains(note);
        }
        assertThat(find(store, ALL, NoteId.of(Seed.uuid(random)))).isEmpty();
    }

    /** As every scope says of every conversation as it is now. */
    @Test
    @Promise(1)
    default void findSeesNoFurtherThanTheScope() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        List<StoredConversation> rows = MessagingRows.ofAllSorts(random);
        store.change((tx, s) -> rows.forEach(row -> s.conversations().insert(tx, row)));
        List<StoredNote> notes =
                rows.stream().map(row -> MessagingRows.note(random, row, 1)).toList();
        notes.forEach(note -> append(store, note));
        store.change((tx, s) -> s.conversations().update(tx, rows.get(0).handedTo("elsewhere"), 1));
        for (Scope scope : MessagingRows.scopes()) {
            for (int i = 0; i < rows.size(); i++) {
                StoredConversation now = i == 0 ? rows.get(0).handedTo("elsewhere") : rows.get(i);
                assertThat(find(store, scope, notes.get(i).id()))
                        .as("%s in %s", now.label(), scope)
                        .isEqualTo(Optional.of(notes.get(i)).filter(it -> scope.covers(now.label())));
            }
        }
    }

    /** Neither the id nor the number, and what is there stays. */
    @Test
    @Promise(2)
    default void whatIsTakenIsRefused() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation about = conversation(store, random);
        StoredNote first = MessagingRows.note(random, about, 1);
        append(store, first);
        StoredNote sameNumber = MessagingRows.note(random, about, 1);
        StoredNote sameId = new StoredNote(ACME, first.id(), about.id(), 2, "carl", "never", MessagingRows.NOON);
        for (StoredNote refused : List.of(sameNumber, sameId)) {
            assertThat(store.<Boolean>write((tx, s) -> s.notes().append(tx, refused)))
                    .isFalse();
        }
        assertThat(list(store, ALL, about.id())).containsExactly(first);
        assertThat(find(store, ALL, first.id())).contains(first);
    }

    /** Eight at once for one number. */
    @Test
    @Promise(2)
    default void ofConcurrentNotesOfOneNumberOneIsTrue() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation about = conversation(store, random);
        List<StoredNote> eight = Stream.generate(() -> MessagingRows.note(random, about, 1))
                .limit(8)
                .toList();
        List<Outcome<Boolean>> outcomes =
                Race.of(8, runner -> store.write((tx, s) -> s.notes().append(tx, eight.get(runner))));
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
        assertThat(list(store, ALL, about.id())).hasSize(1);
    }

    /** Numbers of one digit and of many. */
    @Test
    @Promise(3)
    default void pagesJoinWithoutGapOrRepetition() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation about = conversation(store, random);
        append(store, MessagingRows.note(random, conversation(store, random), 1));
        List<StoredNote> notes = LongStream.of(1, 2, 9, 10, 11, 100)
                .mapToObj(number -> MessagingRows.note(random, about, number))
                .toList();
        notes.forEach(note -> append(store, note));
        for (int limit : new int[] {1, 2, 5, 6, 7}) {
            assertThat(Pages.walk(
                            limit,
                            (after, size) -> store.read((tx, s) -> s.notes().list(tx, ALL, about.id(), after, size)),
                            note -> NoteStore.place(note.number())))
                    .as("pages of %d", limit)
                    .isEqualTo(notes);
        }
        assertThat(store.<List<StoredNote>>read((tx, s) -> s.notes().list(tx, ALL, about.id(), NoteStore.place(50), 9)))
                .containsExactly(notes.get(5));
    }

    /** As every scope says of every conversation as it is now. */
    @Test
    @Promise(3)
    default void listSeesNoFurtherThanTheScope() {
        StoreFixture<MessagingStorage> store = fixture();
        Map<StoredConversation, StoredNote> notes = noted(store);
        for (Scope scope : MessagingRows.scopes()) {
            notes.forEach((about, note) -> assertThat(list(store, scope, about.id()))
                    .as("%s in %s", about.label(), scope)
                    .isEqualTo(scope.covers(about.label()) ? List.of(note) : List.of()));
        }
    }

    /** As every scope says of every conversation as it is now. */
    @Test
    @Promise(4)
    default void lastNumberSeesNoFurtherThanTheScope() {
        StoreFixture<MessagingStorage> store = fixture();
        Map<StoredConversation, StoredNote> notes = noted(store);
        for (Scope scope : MessagingRows.scopes()) {
            notes.forEach((about, note) -> assertThat(lastNumber(store, scope, about.id()))
                    .as("%s in %s", about.label(), scope)
                    .isEqualTo(scope.covers(about.label()) ? note.number() : 0));
        }
    }

    /** Of its conversation, and within the scope. */
    @Test
    @Promise(4)
    default void lastNumberIsTheGreatest() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation about = conversation(store, random);
        append(store, MessagingRows.note(random, conversation(store, random), 99));
        assertThat(lastNumber(store, ALL, about.id())).isZero();
        for (long number : new long[] {2, 10, 9}) {
            append(store, MessagingRows.note(random, about, number));
        }
        assertThat(lastNumber(store, ALL, about.id())).isEqualTo(10);
        assertThat(lastNumber(store, ALL.ofTeams(Bound.only(Set.of("sales"))), about.id()))
                .isZero();
    }

    /** Whatever the stores of both return. */
    @Test
    @Promise(5)
    default void notesLeaveConversationsAndMessagesAsTheyAre() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation about = conversation(store, random);
        store.change((tx, s) -> s.messages().append(tx, MessagingRows.message(random, about, 1)));
        String before = all(store, about);
        append(store, MessagingRows.note(random, about, 1));
        append(store, MessagingRows.note(random, about, 2));
        assertThat(all(store, about)).isEqualTo(before);
        assertThat(store.<Boolean>write((tx, s) -> s.messages().append(tx, MessagingRows.message(random, about, 2))))
                .isTrue();
        assertThat(store.<Boolean>write((tx, s) -> s.conversations().update(tx, about, 1)))
                .isTrue();
    }

    /** In every method. */
    @Test
    @Promise(6)
    default void equalIdsOfTwoTenantsAreTwo() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        ConversationId id = MessagingRows.id(random);
        StoredConversation ours = MessagingRows.conversation(ACME, id, ERIKA, "claims");
        store.change((tx, s) -> {
            s.conversations().insert(tx, ours);
            s.conversations().insert(tx, MessagingRows.conversation(OTHER, id, ERIKA, "claims"));
        });
        StoredNote note = MessagingRows.note(random, ours, 1);
        append(store, note);
        assertThat(find(store, ALL_OF_OTHER, note.id())).isEmpty();
        assertThat(list(store, ALL_OF_OTHER, id)).isEmpty();
        assertThat(lastNumber(store, ALL_OF_OTHER, id)).isZero();
        StoredNote same = new StoredNote(OTHER, note.id(), id, 1, "carl", "theirs", MessagingRows.NOON);
        append(store, same);
        assertThat(find(store, ALL, note.id())).contains(note);
        assertThat(find(store, ALL_OF_OTHER, note.id())).contains(same);
    }

    /** It is not there, and its id and its number are free. */
    @Test
    @Promise(7)
    default void aRolledBackNoteLeavesNothing() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation about = conversation(store, random);
        StoredNote never = MessagingRows.note(random, about, 1);
        store.rollBack((tx, s) -> s.notes().append(tx, never));
        assertThat(find(store, ALL, never.id())).isEmpty();
        assertThat(list(store, ALL, about.id())).isEmpty();
        assertThat(lastNumber(store, ALL, about.id())).isZero();
        append(store, never);
    }

    /** Returns a note about each of many conversations, the first of which has changed hands. */
    private static Map<StoredConversation, StoredNote> noted(StoreFixture<MessagingStorage> store) {
        SplittableRandom random = Seed.random();
        Map<StoredConversation, StoredNote> notes = new HashMap<>();
        for (StoredConversation row : MessagingRows.ofAllSorts(random)) {
            StoredNote note = MessagingRows.note(random, row, 7);
            StoredConversation now = notes.isEmpty() ? row.handedTo("elsewhere") : row;
            store.change((tx, s) -> s.conversations().insert(tx, row));
            append(store, note);
            store.change((tx, s) -> s.conversations().update(tx, now, row.version()));
            notes.put(now, note);
        }
        return notes;
    }

    private static String all(StoreFixture<MessagingStorage> store, StoredConversation about) {
        return store.read((tx, s) -> {
            MessageStore.Slice slice = new MessageStore.Slice(about.id(), MessageOrder.OLDEST_FIRST, null, 100);
            return s.conversations().list(tx, ALL, null, 100).toString()
                    + s.conversations().find(tx, ALL, about.id())
                    + s.conversations().unread(tx, ALL, Side.CUSTOMER)
                    + s.messages().list(tx, ALL, slice)
                    + s.messages().count(tx, ALL, about.id(), Side.CUSTOMER, 0);
        });
    }

    private static StoredConversation conversation(StoreFixture<MessagingStorage> store, SplittableRandom random) {
        StoredConversation row = MessagingRows.conversation(random);
        store.change((tx, s) -> s.conversations().insert(tx, row));
        return row;
    }

    private static void append(StoreFixture<MessagingStorage> store, StoredNote note) {
        assertThat(store.<Boolean>write((tx, s) -> s.notes().append(tx, note)))
                .as("id and number are free")
                .isTrue();
    }

    private static Optional<StoredNote> find(StoreFixture<MessagingStorage> store, Scope scope, NoteId id) {
        return store.read((tx, s) -> s.notes().find(tx, scope, id));
    }

    private static List<StoredNote> list(StoreFixture<MessagingStorage> store, Scope scope, ConversationId about) {
        return store.read((tx, s) -> s.notes().list(tx, scope, about, null, 100));
    }

    private static long lastNumber(StoreFixture<MessagingStorage> store, Scope scope, ConversationId about) {
        return store.read((tx, s) -> s.notes().lastNumber(tx, scope, about));
    }
}
