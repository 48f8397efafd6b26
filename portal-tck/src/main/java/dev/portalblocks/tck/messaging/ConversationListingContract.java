// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static dev.portalblocks.tck.messaging.MessagingRows.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredConversation.Reading;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises 5 and 6 of {@link ConversationStore}, about lists and totals; part of {@link ConversationStoreContract}. */
@ContractOf(ConversationStore.class)
public interface ConversationListingContract {
    /** Returns a store without conversations, and its domain; asked once, at the beginning of each test. */
    StoreFixture<ConversationStore> fixture();

    /** Pages of every size; what the scope leaves out makes no page shorter. */
    @Test
    @Promise(5)
    default void pagesJoinWithoutGapOrRepetition() {
        StoreFixture<ConversationStore> store = fixture();
        List<StoredConversation> all = insertedOfAllSorts(store);
        for (Scope scope : MessagingRows.scopes()) {
            List<StoredConversation> expected = sorted(all, scope);
            for (int limit : new int[] {1, 3, 7, 100}) {
                List<StoredConversation> joined = Pages.walk(
                        limit,
                        (after, size) -> store.read((tx, s) -> s.list(tx, scope, after, size)),
                        ConversationStore::place);
                assertThat(joined).as("pages of %d in %s", limit, scope).isEqualTo(expected);
            }
        }
    }

    /** As every scope says of every conversation. */
    @Test
    @Promise(5)
    default void listSeesNoFurtherThanTheScope() {
        StoreFixture<ConversationStore> store = fixture();
        List<StoredConversation> all = insertedOfAllSorts(store);
        for (Scope scope : MessagingRows.scopes()) {
            assertThat(store.<List<StoredConversation>>read((tx, s) -> s.list(tx, scope, null, 100)))
                    .as("%s", scope)
                    .isEqualTo(sorted(all, scope));
        }
    }

    /** The one that gets a message is on top at once, and what follows the anchor stays what it was. */
    @Test
    @Promise(5)
    default void aPageFollowsAlsoWhatHasMovedUp() {
        StoreFixture<ConversationStore> store = fixture();
        List<StoredConversation> sorted = sorted(insertedOfAllSorts(store), ALL);
        StoredConversation anchor = sorted.get(7);
        Keyset place = ConversationStore.place(anchor);
        StoredConversation latest = MessagingRows.at(anchor, Instant.parse("9999-12-31T23:59:59.999999Z"));
        store.change((tx, s) -> {
            s.update(tx, latest, anchor.version());
            s.insert(
                    tx,
                    MessagingRows.at(MessagingRows.conversation(Seed.random().split()), latest.latestAt()));
        });

        assertThat(store.<List<StoredConversation>>read((tx, s) -> s.list(tx, ALL, place, 3)))
                .isEqualTo(sorted.subList(8, 11));
        assertThat(store.<List<StoredConversation>>read((tx, s) -> s.list(tx, ALL, null, 100)))
                .contains(latest)
                .doesNotContain(anchor);
    }

    /** Of each side by itself, for each of the scopes. */
    @Test
    @Promise(6)
    default void unreadAddsUpWhatTheScopeCovers() {
        StoreFixture<ConversationStore> store = fixture();
        List<StoredConversation> all = insertedOfAllSorts(store);
        for (Scope scope : MessagingRows.scopes()) {
            for (Side side : Side.values()) {
                assertThat(store.<Unread>read((tx, s) -> s.unread(tx, scope, side)))
                        .as("%s in %s", side, scope)
                        .isEqualTo(total(all, scope, side));
            }
        }
    }

    /** As soon as it changes, also within the transaction. */
    @Test
    @Promise(6)
    default void unreadFollowsAnUpdate() {
        StoreFixture<ConversationStore> store = fixture();
        StoredConversation row = MessagingRows.conversation(Seed.random());
        store.change((tx, s) -> {
            s.insert(tx, row);
            assertThat(s.unread(tx, ALL, Side.CUSTOMER)).isEqualTo(new Unread(2, 1));
            s.update(tx, row.readBy(Side.CUSTOMER, new Reading(3, 0)), 1);
            assertThat(s.unread(tx, ALL, Side.CUSTOMER)).isEqualTo(Unread.NONE);
        });
        assertThat(store.<Unread>read((tx, s) -> s.unread(tx, ALL, Side.CUSTOMER)))
                .isEqualTo(Unread.NONE);
    }

    private static Unread total(List<StoredConversation> all, Scope scope, Side side) {
        List<Long> counts = all.stream()
                .filter(row -> scope.covers(row.label()))
                .map(row -> row.progress().of(side).unread())
                .filter(count -> count > 0)
                .toList();
        return new Unread(counts.stream().mapToLong(Long::longValue).sum(), counts.size());
    }

    private static List<StoredConversation> insertedOfAllSorts(StoreFixture<ConversationStore> store) {
        List<StoredConversation> all = MessagingRows.ofAllSorts(Seed.random());
        store.change((tx, s) -> all.forEach(row -> s.insert(tx, row)));
        return all;
    }

    private static List<StoredConversation> sorted(List<StoredConversation> all, Scope scope) {
        return all.stream()
                .filter(row -> scope.covers(row.label()))
                .sorted(Comparator.comparing(StoredConversation::latestAt)
                        .reversed()
                        .thenComparing(row -> row.id().toString()))
                .toList();
    }
}
