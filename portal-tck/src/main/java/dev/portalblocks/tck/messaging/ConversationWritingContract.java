// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static dev.portalblocks.tck.messaging.MessagingRows.ACME;
import static dev.portalblocks.tck.messaging.MessagingRows.ALL;
import static dev.portalblocks.tck.messaging.MessagingRows.ALL_OF_OTHER;
import static dev.portalblocks.tck.messaging.MessagingRows.ERIKA;
import static dev.portalblocks.tck.messaging.MessagingRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Promises 1, 4, 8 and 9 of {@link ConversationStore}; part of {@link ConversationStoreContract}. */
@ContractOf(ConversationStore.class)
public interface ConversationWritingContract {
    /** Returns a store without conversations, and its domain; asked once, at the beginning of each test. */
    StoreFixture<ConversationStore> fixture();

    /** Texts, numbers and instants. */
    @Test
    @Promise(1)
    default void findReturnsAllComponentsUnchanged() {
        StoreFixture<ConversationStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (String text : Awkward.identifiers()) {
            StoredConversation row = MessagingRows.withTexts(MessagingRows.conversation(random), text);
            insert(store, row);
            assertThat(find(store, ALL, row.id())).contains(row);
        }
        for (Instant instant : Awkward.instants()) {
            StoredConversation row = MessagingRows.at(MessagingRows.conversation(random), instant);
            insert(store, row);
            assertThat(find(store, ALL, row.id())).contains(row);
        }
    }

    /** Customer and team decide, as every scope says of every conversation itself. */
    @Test
    @Promise(1)
    default void findSeesNoFurtherThanTheScope() {
        StoreFixture<ConversationStore> store = fixture();
        List<StoredConversation> rows = MessagingRows.ofAllSorts(Seed.random());
        rows.forEach(row -> insert(store, row));
        for (Scope scope : MessagingRows.scopes()) {
            assertThat(rows)
                    .allSatisfy(row -> assertThat(find(store, scope, row.id()))
                            .as("%s in %s", row.label(), scope)
                            .isEqualTo(Optional.of(row).filter(it -> scope.covers(it.label()))));
        }
    }

    /** Within the transaction and after it. */
    @Test
    @Promise(1)
    default void findSeesWhatWasWrittenLast() {
        StoreFixture<ConversationStore> store = fixture();
        StoredConversation first = MessagingRows.conversation(Seed.random());
        StoredConversation second = first.afterMessageFrom(Side.COMPANY, MessagingRows.NOON.plusSeconds(1));
        insert(store, first);
        store.change((tx, conversations) -> {
            conversations.update(tx, second, 1);
            assertThat(conversations.find(tx, ALL, first.id())).contains(second);
        });
        assertThat(find(store, ALL, first.id())).contains(second);
    }

    /** Neither an older one nor one that is yet to come, nor of a conversation that is not there. */
    @Test
    @Promise(4)
    default void anUpdateOfAnotherVersionChangesNothing() {
        StoreFixture<ConversationStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation first = MessagingRows.conversation(random);
        StoredConversation second = first.handedTo("sales");
        insert(store, first);
        assertThat(update(store, second, 1)).isTrue();
        for (long expected : new long[] {0, 1, 3, Long.MAX_VALUE}) {
            assertThat(update(store, second.handedTo("never"), expected))
                    .as("version %d", expected)
                    .isFalse();
        }
        assertThat(update(store, MessagingRows.conversation(random), 1)).isFalse();
        assertThat(find(store, ALL, first.id())).contains(second);
    }

    /** What is read makes no new version. */
    @Test
    @Promise(4)
    default void anUpdateMayKeepTheVersion() {
        StoreFixture<ConversationStore> store = fixture();
        StoredConversation row = MessagingRows.conversation(Seed.random());
        StoredConversation read = row.readBy(Side.CUSTOMER, new StoredConversation.Reading(3, 0));
        insert(store, row);
        assertThat(update(store, read, 1)).isTrue();
        assertThat(find(store, ALL, row.id())).contains(read);
    }

    /** In every method. */
    @Test
    @Promise(8)
    default void equalIdsOfTwoTenantsAreTwo() {
        StoreFixture<ConversationStore> store = fixture();
        ConversationId id = MessagingRows.id(Seed.random());
        StoredConversation ours = MessagingRows.conversation(ACME, id, ERIKA, "claims");
        StoredConversation theirs = MessagingRows.conversation(OTHER, id, ERIKA, "sales");
        insert(store, ours);
        assertThat(find(store, ALL_OF_OTHER, id)).isEmpty();
        assertThat(store.<Optional<StoredConversation>>write((tx, s) -> s.findForUpdate(tx, ALL_OF_OTHER, id)))
                .isEmpty();
        assertThat(store.<Unread>read((tx, s) -> s.unread(tx, ALL_OF_OTHER, Side.CUSTOMER)))
                .isEqualTo(Unread.NONE);
        assertThat(update(store, theirs, 1)).isFalse();
        insert(store, theirs);
        assertThat(find(store, ALL, id)).contains(ours);
        assertThat(find(store, ALL_OF_OTHER, id)).contains(theirs);
        assertThat(store.<List<StoredConversation>>read((tx, s) -> s.list(tx, ALL, null, 10)))
                .containsExactly(ours);
        assertThat(store.<Unread>read((tx, s) -> s.unread(tx, ALL, Side.CUSTOMER)))
                .isEqualTo(new Unread(2, 1));
    }

    /** Neither insert nor update, in no method. */
    @Test
    @Promise(9)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<ConversationStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation stays = MessagingRows.conversation(random);
        StoredConversation never = MessagingRows.conversation(random);
        insert(store, stays);
        store.rollBack((tx, s) -> {
            s.insert(tx, never);
            s.update(tx, stays.afterMessageFrom(Side.COMPANY, MessagingRows.NOON), 1);
        });
        assertThat(find(store, ALL, stays.id())).contains(stays);
        assertThat(find(store, ALL, never.id())).isEmpty();
        assertThat(store.<List<StoredConversation>>read((tx, s) -> s.list(tx, ALL, null, 10)))
                .containsExactly(stays);
        assertThat(store.<Unread>read((tx, s) -> s.unread(tx, ALL, Side.CUSTOMER)))
                .isEqualTo(new Unread(2, 1));
        assertThat(store.<Boolean>write((tx, s) -> s.insert(tx, never))).isTrue();
    }

    private static void insert(StoreFixture<ConversationStore> store, StoredConversation row) {
        assertThat(store.<Boolean>write((tx, s) -> s.insert(tx, row)))
                .as("the id is free")
                .isTrue();
    }

    private static boolean update(StoreFixture<ConversationStore> store, StoredConversation row, long expected) {
        return store.write((tx, s) -> s.update(tx, row, expected));
    }

    private static Optional<StoredConversation> find(
            StoreFixture<ConversationStore> store, Scope scope, ConversationId id) {
        return store.read((tx, s) -> s.find(tx, scope, id));
    }
}
