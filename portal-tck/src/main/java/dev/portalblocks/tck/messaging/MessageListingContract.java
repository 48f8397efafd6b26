// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static dev.portalblocks.tck.messaging.MessagingRows.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredMessage;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises 4 and 5 of {@link MessageStore}, about lists and counts; part of {@link MessageStoreContract}. */
@ContractOf(MessageStore.class)
public interface MessageListingContract {
    /** Returns an empty storage, whose conversations keep their promises, and its domain; asked once in each test. */
    StoreFixture<MessagingStorage> fixture();

    /** In both directions, in pages of every size, numbers of one and of many digits. */
    @Test
    @Promise(4)
    default void pagesJoinWithoutGapOrRepetition() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        append(store, random, conversation(store, random), LongStream.rangeClosed(1, 5));
        List<StoredMessage> all = append(store, random, in, LongStream.of(1, 2, 9, 10, 11, 99, 100, 1_000_000, 7, 3));
        for (MessageOrder order : MessageOrder.values()) {
            List<StoredMessage> expected = sorted(all, order);
            for (int limit : new int[] {1, 3, 10, 11}) {
                assertThat(walk(store, in, order, limit, number -> {}))
                        .as("%s in pages of %d", order, limit)
                        .isEqualTo(expected);
            }
        }
    }

    /** Who goes back through a conversation does not meet what is sent meanwhile; who goes forward meets it at the end. */
    @Test
    @Promise(4)
    default void messagesThatAreSentMeanwhileShiftNothing() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        for (MessageOrder order : MessageOrder.values()) {
            StoredConversation in = conversation(store, random);
            List<StoredMessage> before = append(store, random, in, LongStream.rangeClosed(1, 9));
            List<StoredMessage> later = new ArrayList<>();
            List<StoredMessage> seen = walk(store, in, order, 3, number -> {
                if (number <= 2) {
                    later.addAll(append(store, random, in, LongStream.of(100 + number)));
                }
            });
            assertThat(seen).as("%s", order).startsWith(sorted(before, order).toArray(StoredMessage[]::new));
            assertThat(seen).doesNotHaveDuplicates().hasSizeBetween(9, 9 + later.size());
            if (order == MessageOrder.NEWEST_FIRST) {
                assertThat(seen).hasSize(9);
            }
        }
    }

    /** A place need not be taken. */
    @Test
    @Promise(4)
    default void aPageFollowsAnyPlace() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        List<StoredMessage> all = append(store, random, in, LongStream.of(2, 4, 6));
        Keyset five = MessageStore.place(MessageOrder.OLDEST_FIRST, 5);
        Keyset fiveDown = MessageStore.place(MessageOrder.NEWEST_FIRST, 5);
        assertThat(list(store, new MessageStore.Slice(in.id(), MessageOrder.OLDEST_FIRST, five, 9)))
                .containsExactly(all.get(2));
        assertThat(list(store, new MessageStore.Slice(in.id(), MessageOrder.NEWEST_FIRST, fiveDown, 9)))
                .containsExactly(all.get(1), all.get(0));
    }

    /** Of each side by itself, behind every place. */
    @Test
    @Promise(5)
    default void countLooksAtOneSideBehindAPlace() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        append(store, random, conversation(store, random), LongStream.rangeClosed(1, 20));
        List<StoredMessage> all = append(store, random, in, LongStream.rangeClosed(1, 12));
        for (Side side : Side.values()) {
            for (long behind : new long[] {0, 1, 2, 5, 9, 10, 11, 12, 13, Long.MAX_VALUE}) {
                long expected = all.stream()
                        .filter(message -> message.from() == side && message.sequence() > behind)
                        .count();
                assertThat(store.<Long>read((tx, s) -> s.messages().count(tx, ALL, in.id(), side, behind)))
                        .as("%s behind %d", side, behind)
                        .isEqualTo(expected);
            }
        }
    }

    /** As every scope says of every conversation. */
    @Test
    @Promise(4)
    default void listSeesNoFurtherThanTheScope() {
        StoreFixture<MessagingStorage> store = fixture();
        Map<StoredConversation, StoredMessage> messages = ofAllSorts(store);
        for (Scope scope : MessagingRows.scopes()) {
            messages.forEach((in, message) -> assertThat(store.<List<StoredMessage>>read(
                            (tx, s) -> s.messages().list(tx, scope, slice(in, MessageOrder.NEWEST_FIRST, null, 3))))
                    .as("%s in %s", in.label(), scope)
                    .isEqualTo(scope.covers(in.label()) ? List.of(message) : List.of()));
        }
    }

    /** As every scope says of every conversation. */
    @Test
    @Promise(5)
    default void countSeesNoFurtherThanTheScope() {
        StoreFixture<MessagingStorage> store = fixture();
        Map<StoredConversation, StoredMessage> messages = ofAllSorts(store);
        for (Scope scope : MessagingRows.scopes()) {
            messages.forEach((in, message) -> assertThat(
                            store.<Long>read((tx, s) -> s.messages().count(tx, scope, in.id(), message.from(), 0)))
                    .as("%s in %s", in.label(), scope)
                    .isEqualTo(scope.covers(in.label()) ? 1 : 0));
        }
    }

    /** What the transaction has appended itself counts, too. */
    @Test
    @Promise(5)
    default void countSeesTheTransactionsOwnMessages() {
        StoreFixture<MessagingStorage> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation in = conversation(store, random);
        store.change((tx, s) -> {
            s.messages().append(tx, MessagingRows.message(random, in, 1));
            assertThat(s.messages().count(tx, ALL, in.id(), Side.CUSTOMER, 0)).isEqualTo(1);
        });
    }

    private static List<StoredMessage> walk(
            StoreFixture<MessagingStorage> store,
            StoredConversation in,
            MessageOrder order,
            int limit,
            Pages.Between between) {
        return Pages.walk(
                limit,
                (after, size) -> list(store, slice(in, order, after, size)),
                message -> MessageStore.place(order, message.sequence()),
                between);
    }

    private static MessageStore.Slice slice(
            StoredConversation in, MessageOrder order, @Nullable Keyset after, int limit) {
        return new MessageStore.Slice(in.id(), order, after, limit);
    }

    private static List<StoredMessage> list(StoreFixture<MessagingStorage> store, MessageStore.Slice slice) {
        return store.read((tx, s) -> s.messages().list(tx, ALL, slice));
    }

    /** Returns a message in each of many conversations. */
    private static Map<StoredConversation, StoredMessage> ofAllSorts(StoreFixture<MessagingStorage> store) {
        SplittableRandom random = Seed.random();
        Map<StoredConversation, StoredMessage> messages = new HashMap<>();
        MessagingRows.ofAllSorts(random).forEach(row -> messages.put(row, MessagingRows.message(random, row, 1)));
        messages.forEach((row, message) -> store.change((tx, s) -> {
            s.conversations().insert(tx, row);
            s.messages().append(tx, message);
        }));
        return messages;
    }

    private static List<StoredMessage> sorted(List<StoredMessage> messages, MessageOrder order) {
        Comparator<StoredMessage> ascending = Comparator.comparing(StoredMessage::sequence);
        return messages.stream()
                .sorted(order == MessageOrder.OLDEST_FIRST ? ascending : ascending.reversed())
                .toList();
    }

    private static StoredConversation conversation(StoreFixture<MessagingStorage> store, SplittableRandom random) {
        StoredConversation row = MessagingRows.conversation(random);
        store.change((tx, s) -> s.conversations().insert(tx, row));
        return row;
    }

    private static List<StoredMessage> append(
            StoreFixture<MessagingStorage> store,
            SplittableRandom random,
            StoredConversation in,
            LongStream sequences) {
        List<StoredMessage> messages = sequences
                .mapToObj(sequence -> MessagingRows.message(random, in, sequence))
                .toList();
        store.change((tx, s) -> messages.forEach(message -> s.messages().append(tx, message)));
        return messages;
    }
}
