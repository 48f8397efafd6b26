// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static dev.portalblocks.tck.messaging.MessagingRows.ACME;
import static dev.portalblocks.tck.messaging.MessagingRows.ALL;
import static dev.portalblocks.tck.messaging.MessagingRows.ERIKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Promises 2, 3 and 7 of {@link ConversationStore}, about two at once; part of {@link ConversationStoreContract}. */
@ContractOf(ConversationStore.class)
public interface ConversationLockingContract {
    /** Returns a store without conversations, and its domain; asked once, at the beginning of each test. */
    StoreFixture<ConversationStore> fixture();

    /** The lock looks with the same eyes. */
    @Test
    @Promise(2)
    default void findForUpdateSeesNoFurtherThanTheScope() {
        StoreFixture<ConversationStore> store = fixture();
        List<StoredConversation> rows = MessagingRows.ofAllSorts(Seed.random());
        rows.forEach(row -> insert(store, row));
        for (Scope scope : MessagingRows.scopes()) {
            assertThat(rows).allSatisfy(row -> {
                Optional<StoredConversation> found = store.write((tx, s) -> s.findForUpdate(tx, scope, row.id()));
                assertThat(found)
                        .as("%s in %s", row.label(), scope)
                        .isEqualTo(Optional.of(row).filter(it -> scope.covers(it.label())));
            });
        }
    }

    /** Who comes second sees what the first one made of it. */
    @Test
    @Promise(2)
    default void aSecondLockWaitsAndSeesTheLatest() {
        StoreFixture<ConversationStore> store = fixture();
        StoredConversation row = MessagingRows.conversation(Seed.random());
        insert(store, row);
        try (Companion other = new Companion()) {
            Future<Optional<StoredConversation>> second = store.write((tx, s) -> {
                assertThat(s.findForUpdate(tx, ALL, row.id())).contains(row);
                Future<Optional<StoredConversation>> begun =
                        other.begins(() -> store.write((t, o) -> o.findForUpdate(t, ALL, row.id())));
                s.update(tx, row.handedTo("sales"), 1);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).contains(row.handedTo("sales"));
        }
    }

    /** A change of another's comes to light only when the lock is gone. */
    @Test
    @Promise(2)
    default void anUpdateWaitsForTheLock() {
        StoreFixture<ConversationStore> store = fixture();
        StoredConversation row = MessagingRows.conversation(Seed.random());
        insert(store, row);
        try (Companion other = new Companion()) {
            Future<Boolean> update = store.write((tx, s) -> {
                s.findForUpdate(tx, ALL, row.id());
                Future<Boolean> begun =
                        other.begins(() -> store.write((t, o) -> o.update(t, row.handedTo("sales"), 1)));
                assertThat(s.find(tx, ALL, row.id())).contains(row);
                return begun;
            });
            assertThat(Outcome.of(update).orFail()).isTrue();
        }
    }

    /** Eight times eight messages, and none is lost. */
    @Test
    @Promise(2)
    default void whoLocksFirstLosesNoMessage() {
        StoreFixture<ConversationStore> store = fixture();
        StoredConversation row = MessagingRows.conversation(Seed.random());
        insert(store, row);
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> {
            boolean all = true;
            for (int i = 0; i < 8; i++) {
                all &= store.write((tx, s) -> {
                    StoredConversation now = s.findForUpdate(tx, ALL, row.id()).orElseThrow();
                    return s.update(tx, now.afterMessageFrom(Side.COMPANY, MessagingRows.NOON), now.version());
                });
            }
            return all;
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.orFail()).isTrue());
        assertThat(store.read((tx, s) -> s.find(tx, ALL, row.id()))
                        .orElseThrow()
                        .progress())
                .isEqualTo(new StoredConversation.Progress(
                        67, new StoredConversation.Reading(1, 66), new StoredConversation.Reading(3, 0)));
    }

    /** The first one stays. */
    @Test
    @Promise(3)
    default void aTakenIdIsRefusedAndWhatIsThereStays() {
        StoreFixture<ConversationStore> store = fixture();
        StoredConversation first = MessagingRows.conversation(Seed.random());
        StoredConversation second = MessagingRows.conversation(ACME, first.id(), CustomerId.of("4712"), "sales");
        insert(store, first);
        assertThat(store.<Boolean>write((tx, s) -> s.insert(tx, second))).isFalse();
        assertThat(store.<List<StoredConversation>>read((tx, s) -> s.list(tx, ALL, null, 10)))
                .containsExactly(first);
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofConcurrentInsertsOneIsTrue() {
        StoreFixture<ConversationStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            StoredConversation row = MessagingRows.conversation(random);
            List<Outcome<Boolean>> outcomes =
                    Race.of(8, runner -> store.write((tx, s) -> s.insert(tx, row.handedTo("team " + runner))));
            assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
        }
        assertThat(store.<List<StoredConversation>>read((tx, s) -> s.list(tx, ALL, null, 100)))
                .hasSize(10);
    }

    /** Not for a lock, not for an update, not for another insert; neither of the same customer nor of another. */
    @Test
    @Promise(7)
    default void workOnOneConversationDelaysNoOther() {
        StoreFixture<ConversationStore> store = fixture();
        SplittableRandom random = Seed.random();
        StoredConversation held = MessagingRows.conversation(random);
        insert(store, held);
        for (CustomerId customer : List.of(ERIKA, CustomerId.of("4712"))) {
            StoredConversation other = MessagingRows.conversation(ACME, MessagingRows.id(random), customer, "claims");
            StoredConversation later = MessagingRows.conversation(ACME, MessagingRows.id(random), customer, "claims");
            insert(store, other);
            try (Companion companion = new Companion()) {
                store.change((tx, s) -> {
                    StoredConversation now = s.findForUpdate(tx, ALL, held.id()).orElseThrow();
                    s.update(tx, now.afterMessageFrom(Side.CUSTOMER, MessagingRows.NOON), now.version());
                    assertThat(companion.<Boolean>does(() -> store.write((t, o) -> {
                                o.findForUpdate(t, ALL, other.id());
                                return o.update(t, other.handedTo("sales"), 1) && o.insert(t, later);
                            })))
                            .isTrue();
                });
            }
        }
    }

    private static void insert(StoreFixture<ConversationStore> store, StoredConversation row) {
        assertThat(store.<Boolean>write((tx, s) -> s.insert(tx, row)))
                .as("the id is free")
                .isTrue();
    }
}
