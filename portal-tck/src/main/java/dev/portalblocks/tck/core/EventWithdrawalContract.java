// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Promise 12 of {@link EventStore}, about what readers were deprived of; part of {@link EventStoreContract}. */
@ContractOf(EventStore.class)
public interface EventWithdrawalContract {
    /** Returns a store without events and its domain; asked once, at the beginning of each test. */
    StoreFixture<EventStore> fixture();

    /** And other events withdraw nothing. */
    @Test
    @Promise(12)
    default void aWithdrawalIsToldAsSoonAsItIsCommitted() {
        StoreFixture<EventStore> events = fixture();
        LogPosition before = Events.commit(events, "a");
        events.change((tx, store) -> withdraw(store, tx, Events.ACME, article("1")));
        events.change((tx, store) -> Events.append(store, tx, Events.ACME, Events.lane("2"), "b"));
        events.rollBack((tx, store) -> withdraw(store, tx, Events.ACME, article("2")));

        assertThat(behind(events, before)).isEqualTo(new Withdrawals(Set.of(article("1")), false));
        assertThat(behind(events, LogPosition.START).subjects()).containsExactly(article("1"));
    }

    /** Once it has its place, it counts for who stands before it, and no longer for who stands at it. */
    @Test
    @Promise(12)
    default void aWithdrawalCountsForThoseWhoStandBeforeIt() {
        StoreFixture<EventStore> events = fixture();
        LogPosition before = Events.commit(events, "a");
        events.change((tx, store) -> {
            withdraw(store, tx, Events.ACME, article("1"));
            withdraw(store, tx, Events.ACME, article("2"));
        });
        LogPosition first =
                Events.read(events, Events.ACME, settled(events, before), 1).upTo();
        LogPosition second = Events.read(events, Events.ACME, first, 1).upTo();
        events.change((tx, store) -> withdraw(store, tx, Events.ACME, article("3")));
        Events.settle(events, Events.ACME);

        assertThat(behind(events, before).subjects())
                .containsExactlyInAnyOrder(article("1"), article("2"), article("3"));
        assertThat(behind(events, first).subjects()).containsExactlyInAnyOrder(article("2"), article("3"));
        assertThat(behind(events, second).subjects()).containsExactly(article("3"));
        assertThat(behind(events, first).isIncomplete()).isFalse();
    }

    /** Also for one who stands among what is removed; each subject with its last withdrawal. */
    @Test
    @Promise(12)
    default void whatWasWithdrawnOutlivesItsEvents() {
        StoreFixture<EventStore> events = fixture();
        LogPosition start = Events.commit(events, "a");
        LogPosition first = withdrawn(events, article("1"), start);
        LogPosition second = withdrawn(events, article("2"), first);
        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, second));
        LogPosition again = withdrawn(events, article("1"), second);
        LogPosition third = withdrawn(events, Events.lane("4711"), again);
        events.change((tx, store) -> store.removeUpTo(tx, Events.ACME, again));

        assertThat(behind(events, LogPosition.START).subjects())
                .containsExactlyInAnyOrder(article("1"), article("2"), Events.lane("4711"));
        assertThat(behind(events, first))
                .isEqualTo(new Withdrawals(Set.of(article("1"), article("2"), Events.lane("4711")), false));
        assertThat(behind(events, second).subjects()).containsExactlyInAnyOrder(article("1"), Events.lane("4711"));
        assertThat(behind(events, again).subjects()).containsExactly(Events.lane("4711"));
        assertThat(behind(events, third)).isEqualTo(new Withdrawals(Set.of(), false));
    }

    /** Not a word of what another tenant withdrew. */
    @Test
    @Promise(12)
    default void eachTenantHasItsOwnWithdrawals() {
        StoreFixture<EventStore> events = fixture();
        events.change((tx, store) -> withdraw(store, tx, Events.OTHER, article("1")));
        assertThat(behind(events, LogPosition.START).subjects()).isEmpty();
        LogPosition end = Events.commit(events, Events.OTHER, "b");
        events.change((tx, store) -> store.removeUpTo(tx, Events.OTHER, end));
        assertThat(behind(events, LogPosition.START).subjects()).isEmpty();
    }

    /** More than the limit, and a position that is not this log's. */
    @Test
    @Promise(12)
    default void whatCannotBeToldIsIncomplete() {
        StoreFixture<EventStore> events = fixture();
        LogPosition position = Events.commit(events, "a");
        events.change((tx, store) -> {
            withdraw(store, tx, Events.ACME, article("1"));
            withdraw(store, tx, Events.ACME, article("2"));
        });
        LogPosition forged = new LogPosition(position.commit(), position.offset(), Seed.uuid(Seed.random()));
        LogPosition beyond = new LogPosition(position.commit() + 50, position.offset(), position.event());

        assertThat(limited(events, position, 2).isIncomplete()).isFalse();
        assertThat(limited(events, position, 1).isIncomplete()).isTrue();
        assertThat(limited(events, forged, 10).isIncomplete()).isTrue();
        assertThat(limited(events, beyond, 10).isIncomplete()).isTrue();
    }

    private static ObjectRef article(String id) {
        return ObjectRef.of("article", id);
    }

    private static void withdraw(EventStore store, Tx tx, TenantId tenant, ObjectRef subject) {
        ObjectRef lane = Events.lane("of " + subject.id());
        long sequence = store.nextSequence(tx, tenant, lane);
        store.append(tx, Events.withdrawing(Events.event(tenant, lane, sequence, subject + " " + sequence), subject));
    }

    private static LogPosition withdrawn(StoreFixture<EventStore> events, ObjectRef subject, LogPosition before) {
        events.change((tx, store) -> withdraw(store, tx, Events.ACME, subject));
        return Events.read(events, Events.ACME, settled(events, before), 10).upTo();
    }

    private static LogPosition settled(StoreFixture<EventStore> events, LogPosition position) {
        Events.settle(events, Events.ACME);
        return position;
    }

    private static Withdrawals behind(StoreFixture<EventStore> events, LogPosition position) {
        return limited(events, position, 100);
    }

    private static Withdrawals limited(StoreFixture<EventStore> events, LogPosition position, int limit) {
        return events.read((tx, store) -> store.withdrawals(tx, Events.ACME, position, limit));
    }
}
