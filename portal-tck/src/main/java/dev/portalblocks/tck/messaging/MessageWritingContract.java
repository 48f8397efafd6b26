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
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredMessage;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promises 1 to 3, 6 and 7 of {@link MessageStore}; part of {@link MessageStoreContract}. */
@ContractOf(MessageStore.class)
public interface MessageWritingContract {
    /** Returns an empty storage, whose conversations keep their promises, and its domain; asked once in each test. */
    StoreFixture<MessagingStorage> fixture();

    /** Texts of every kind, up to the longest, with the most attachments there are. */
    @Test
    @Promise(1)
    default void findReturnsAllComponentsUnchanged() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        List<String> texts = new ArrayList<>(Awkward.texts());
        texts.add("\uD83D\uDE00".repeat(10_000));
        for (int i = 0; i < texts.size(); i++) {
            StoredMessage message =
                    MessagingRows.withTexts(random, MessagingRows.message(random, in, i + 1L), texts.get(i));
            append(store, message);
            assertThat(find(store, ALL, message.id())).contains(message);
        }
        assertThat(find(store, ALL, MessageId.of(Seed.uuid(random)))).isEmpty();
    }

    /** As every scope says of every conversation itself. */
    @Test
    @Promise(1)
    default void findSeesNoFurtherThanTheScope() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        List<StoredConversation> rows = MessagingRows.ofAllSorts(random);
        store.change((tx, s) -> rows.forEach(row -> s.conversations().insert(tx, row)));
        List<StoredMessage> messages =
                rows.stream().map(row -> MessagingRows.message(random, row, 1)).toList();
        messages.forEach(message -> append(store, message));
        for (Scope scope : MessagingRows.scopes()) {
            for (int i = 0; i < rows.size(); i++) {
                StoredMessage message = messages.get(i);
                boolean isCovered = scope.covers(rows.get(i).label());
                assertThat(find(store, scope, message.id()))
                        .as("%s in %s", rows.get(i).label(), scope)
                        .isEqualTo(Optional.of(message).filter(it -> isCovered));
            }
        }
    }

    /** To the new team at once, and away from the old one. */
    @Test
    @Promise(2)
    default void whatIsCoveredFollowsTheConversation() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        StoredMessage message = MessagingRows.message(random, in, 1);
        append(store, message);
        Scope claims = ALL.ofTeams(Bound.only(Set.of("claims")));
        Scope sales = ALL.ofTeams(Bound.only(Set.of("sales")));
        assertSeen(store, message, claims, sales);
        store.change((tx, s) -> s.conversations().update(tx, in.handedTo("sales"), 1));
        assertSeen(store, message, sales, claims);
    }

    /** Neither the id nor the place, and what is there stays. */
    @Test
    @Promise(3)
    default void whatIsTakenIsRefused() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        StoredConversation elsewhere = conversation(store, random);
        StoredMessage first = MessagingRows.message(random, in, 1);
        append(store, first);
        StoredMessage samePlace = MessagingRows.message(random, in, 1);
        StoredMessage sameId = new StoredMessage(
                ACME, first.id(), elsewhere.id(), 1, Side.COMPANY, "never", List.of(), MessagingRows.NOON);
        for (StoredMessage refused : List.of(samePlace, sameId, first)) {
            assertThat(store.<Boolean>write((tx, s) -> s.messages().append(tx, refused)))
                    .isFalse();
        }
        assertThat(find(store, ALL, first.id())).contains(first);
        assertThat(find(store, ALL, samePlace.id())).isEmpty();
        assertThat(list(store, ALL, in.id())).containsExactly(first);
        assertThat(list(store, ALL, elsewhere.id())).isEmpty();
    }

    /** Eight at once for one place. */
    @Test
    @Promise(3)
    default void ofConcurrentMessagesInOnePlaceOneIsTrue() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        for (int round = 1; round <= 10; round++) {
            long sequence = round;
            List<StoredMessage> eight = Stream.generate(() -> MessagingRows.message(random, in, sequence))
                    .limit(8)
                    .toList();
            List<Outcome<Boolean>> outcomes =
                    Race.of(8, runner -> store.write((tx, s) -> s.messages().append(tx, eight.get(runner))));
            assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
        }
        assertThat(list(store, ALL, in.id())).hasSize(10);
    }

    /** In every method. */
    @Test
    @Promise(6)
    default void equalIdsOfTwoTenantsAreTwo() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        ConversationId id = MessagingRows.id(random);
        StoredConversation ours = MessagingRows.conversation(ACME, id, ERIKA, "claims");
        StoredConversation theirs = MessagingRows.conversation(OTHER, id, ERIKA, "claims");
        store.change((tx, s) -> {
            s.conversations().insert(tx, ours);
            s.conversations().insert(tx, theirs);
        });
        StoredMessage message = MessagingRows.message(random, ours, 1);
        append(store, message);
        assertThat(find(store, ALL_OF_OTHER, message.id())).isEmpty();
        assertThat(list(store, ALL_OF_OTHER, id)).isEmpty();
        assertThat(count(store, ALL_OF_OTHER, id)).isZero();
        StoredMessage same =
                new StoredMessage(OTHER, message.id(), id, 1, Side.COMPANY, "theirs", List.of(), MessagingRows.NOON);
        append(store, same);
        assertThat(find(store, ALL, message.id())).contains(message);
        assertThat(find(store, ALL_OF_OTHER, message.id())).contains(same);
    }

    /** It is not there, and its id and its place are free. */
    @Test
    @Promise(7)
    default void aRolledBackMessageLeavesNothing() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        StoredMessage never = MessagingRows.message(random, in, 1);
        store.rollBack((tx, s) -> s.messages().append(tx, never));
        assertThat(find(store, ALL, never.id())).isEmpty();
        assertThat(list(store, ALL, in.id())).isEmpty();
        assertThat(count(store, ALL, in.id())).isZero();
        append(store, never);
    }

    private static void assertSeen(StoreFixture<MessagingStorage> store, StoredMessage message, Scope by, Scope notBy) {
        assertThat(find(store, by, message.id())).contains(message);
        assertThat(list(store, by, message.conversation())).containsExactly(message);
        assertThat(count(store, by, message.conversation())).isEqualTo(1);
        assertThat(find(store, notBy, message.id())).isEmpty();
        assertThat(list(store, notBy, message.conversation())).isEmpty();
        assertThat(count(store, notBy, message.conversation())).isZero();
    }

    private static StoredConversation conversation(StoreFixture<MessagingStorage> store, SplittableRandom random) {
        StoredConversation row = MessagingRows.conversation(random);
        store.change((tx, s) -> s.conversations().insert(tx, row));
        return row;
    }

    private static void append(StoreFixture<MessagingStorage> store, StoredMessage message) {
        assertThat(store.<Boolean>write((tx, s) -> s.messages().append(tx, message)))
                .as("id and place are free")
                .isTrue();
    }

    private static Optional<StoredMessage> find(StoreFixture<MessagingStorage> store, Scope scope, MessageId id) {
        return store.read((tx, s) -> s.messages().find(tx, scope, id));
    }

    private static List<StoredMessage> list(StoreFixture<MessagingStorage> store, Scope scope, ConversationId in) {
        MessageStore.Slice slice = new MessageStore.Slice(in, MessageOrder.OLDEST_FIRST, null, 100);
        return store.read((tx, s) -> s.messages().list(tx, scope, slice));
    }

    private static long count(StoreFixture<MessagingStorage> store, Scope scope, ConversationId in) {
        return store.read((tx, s) -> s.messages().count(tx, scope, in, Side.CUSTOMER, 0));
    }
}
