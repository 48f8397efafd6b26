// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EndSubscription;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.ReplayEvents;
import dev.portalblocks.core.event.Standing;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.memory.MemoryDeliveryLedger;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.IdempotentSubscriber;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators do about the events of their tenant. */
class SubscriptionsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor OPERATOR = Actor.agent(ACME, "o", "operator");
    private static final Actor PROGRAM = Actor.system(ACME, "p");
    private static final PageRequest PAGE = PageRequest.first(10);

    private final OwnedClock clock = OwnedClock.atNoon();
    private final Memory memory = new Memory();
    private final MemoryCoreStorage storage = MemoryCoreStorage.in(memory);
    private final Portal portal = Portal.builder(storage).clock(clock).build();
    private final Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
    private final Subscriptions subscriptions = portal.subscriptions();
    private final Receiver crm = new Receiver("crm");
    private final EventRelay relay = portal.relay(crm);

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theRelayIsATaskOfThePortal() {
        change("1");
        portal.maintenance().stream()
                .filter(task -> task.name().equals("relay.crm"))
                .map(MaintenanceTask::work)
                .forEach(Runnable::run);
        assertThat(crm.places()).containsExactly("1/1");
        assertThatThrownBy(() -> portal.relay(new Receiver("crm"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDeadLetterIsListedAndDeliveredOnceMore() {
        DeadLetter letter = deadLetter();
        crm.refusing.clear();
        subscriptions.resume(OPERATOR, MendLane.of(letter));
        relay.run();
        assertThat(crm.places()).containsExactly("2/1", "1/1", "1/2");
        assertThat(letters()).isEmpty();
        assertThatThrownBy(() -> subscriptions.resume(OPERATOR, MendLane.of(letter)))
                .isInstanceOf(PortalException.NotFound.class);
    }

    @Test
    void aDeadLetterIsSkipped() {
        DeadLetter letter = deadLetter();
        crm.refusing.clear();
        subscriptions.skip(OPERATOR, MendLane.of(letter));
        relay.run();
        assertThat(crm.places()).containsExactly("2/1", "1/2");
    }

    /** Nobody runs it any more, and it keeps all that is behind what it has had. */
    @Test
    void whatHasEndedKeepsNothingFromGoing() {
        DeadLetter letter = deadLetter();
        assertThat(subscriptions.list(OPERATOR))
                .extracting(Standing::subscription)
                .containsExactly("crm");
        clock.move(Subscriptions.KEPT.plusSeconds(1));
        assertThat(subscriptions.expire(PROGRAM)).isLessThan(3);
        subscriptions.end(OPERATOR, EndSubscription.of("crm"));
        assertThat(subscriptions.list(OPERATOR)).isEmpty();
        assertThat(letters()).isEmpty();
        assertThatThrownBy(() -> subscriptions.resume(OPERATOR, MendLane.of(letter)))
                .isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> subscriptions.end(OPERATOR, EndSubscription.of("crm")))
                .isInstanceOfSatisfying(
                        PortalException.NotFound.class,
                        missing -> assertThat(missing.code()).isEqualTo("subscription.not-found"));
        assertThat(subscriptions.expire(PROGRAM)).isPositive();
        assertThat(subscriptions.expire(PROGRAM)).isZero();
        change("1");
        crm.refusing.clear();
        relay.run();
        assertThat(crm.places()).as("one that runs begins anew").endsWith("1/3");
    }

    @Test
    void aReplayDeliversTheSameWithTheSameNumbersFromATimeOn() {
        change("1");
        change("2");
        clock.move(Duration.ofMinutes(1));
        change("1");
        relay.run();
        List<Delivery> first = List.copyOf(crm.taken);
        crm.taken.clear();
        assertThat(subscriptions.replay(OPERATOR, ReplayEvents.since("crm", clock.instant())))
                .isTrue();
        relay.run();
        assertThat(crm.places()).containsExactly("1/2");
        crm.taken.clear();
        assertThat(subscriptions.replay(OPERATOR, ReplayEvents.all("crm"))).isTrue();
        change("1");
        relay.run();
        assertThat(crm.places()).containsExactlyInAnyOrder("1/1", "2/1", "1/2", "1/3");
        assertThat(crm.taken)
                .extracting(delivery -> delivery.event().id())
                .containsAll(
                        first.stream().map(delivery -> delivery.event().id()).toList());
    }

    @Test
    void aReplayBeginsWithTheEventThatIsNamed() {
        change("1");
        change("2");
        change("1");
        relay.run();
        Delivery second = crm.taken.stream()
                .filter(delivery -> delivery.event().lane().id().equals("2"))
                .findFirst()
                .orElseThrow();
        crm.taken.clear();
        subscriptions.replay(OPERATOR, ReplayEvents.from("crm", second.event().id()));
        relay.run();
        assertThat(crm.places()).containsExactlyInAnyOrder("2/1", "1/2");
    }

    @Test
    void aReplayOfWhatIsToComeChangesNothing() {
        change("1");
        relay.run();
        assertThat(subscriptions.replay(
                        OPERATOR, ReplayEvents.since("crm", clock.instant().plusSeconds(1))))
                .isFalse();
        change("1");
        assertThat(subscriptions.replay(OPERATOR, ReplayEvents.all("crm"))).isTrue();
        relay.run();
        assertThat(crm.places()).containsExactly("1/1", "1/1", "1/2");
        assertThatThrownBy(() -> subscriptions.replay(OPERATOR, ReplayEvents.all("unknown")))
                .isInstanceOf(PortalException.NotFound.class);
    }

    /** The receiver's row and the ledger's are one transaction: what was refused leaves neither. */
    @Test
    void aWrappedReceiverHasEachEventOnceHoweverOftenItComes() {
        Memory own = new Memory();
        MemoryTable<String, Long> rows = own.table("rows", Comparator.<String>naturalOrder());
        MemoryDeliveryLedger ledger = new MemoryDeliveryLedger(own);
        List<Boolean> failing = new ArrayList<>(List.of(true));
        EventRelay wrapped = portal.relay(IdempotentSubscriber.of("once", own, ledger, (tx, delivery) -> {
            String lane = delivery.event().lane().id();
            rows.put(tx, lane, rows.findForUpdate(tx, lane).orElse(0L) + 1);
            if (!failing.isEmpty() && failing.remove(0)) {
                throw new IOException("once");
            }
        }));
        change("1");
        change("1");
        wrapped.run();
        clock.move(Duration.ofSeconds(2));
        wrapped.run();
        subscriptions.replay(OPERATOR, ReplayEvents.all("once"));
        wrapped.run();
        assertThat(own.<Optional<Long>>read(tx -> rows.find(tx, "1"))).contains(2L);
        own.write(tx -> {
            ledger.forget(tx, new Subscription(ACME, "once"));
            return true;
        });
        subscriptions.replay(OPERATOR, ReplayEvents.all("once"));
        wrapped.run();
        assertThat(own.<Optional<Long>>read(tx -> rows.find(tx, "1"))).contains(4L);
    }

    /** Two events of customer 1, refused, and one of customer 2. */
    private DeadLetter deadLetter() {
        crm.refusing.add("1");
        change("1");
        change("1");
        change("2");
        relay.run();
        assertThat(letters()).hasSize(1);
        DeadLetter letter = letters().get(0);
        assertThat(letter.lane()).isEqualTo(ObjectRef.of("customer", "1"));
        assertThat(Map.of(letter.sequence(), letter.head())).isEqualTo(Map.of(1L, 2L));
        return letter;
    }

    private List<DeadLetter> letters() {
        return subscriptions.deadLetters(OPERATOR, "crm", PAGE).items();
    }

    /** Another name each time, as what changes nothing is no event. */
    private void change(String customer) {
        String name = "Name " + Long.toString(changes++, 36);
        profiles.change(
                PROGRAM,
                ChangeProfile.of(
                        CustomerId.of(customer),
                        ProfilePatch.builder().familyName(name).build()));
    }

    private long changes;
}
