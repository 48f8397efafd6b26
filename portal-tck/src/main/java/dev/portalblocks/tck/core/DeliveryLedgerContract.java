// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link DeliveryLedger}: implement it in a test class and return the ledger to be tested. */
@ContractOf(DeliveryLedger.class)
public interface DeliveryLedgerContract {
    /** Returns an empty ledger and its domain; asked once, at the beginning of each test. */
    StoreFixture<DeliveryLedger> fixture();

    /** Also the first of a lane, which need not be 1. */
    @Test
    @Promise(1)
    default void eachNumberIsAdmittedOnce() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        List<Boolean> answers = new ArrayList<>();
        for (long number : List.of(3L, 3L, 4L, 2L, 4L, 9L, 5L, Long.MAX_VALUE, Long.MAX_VALUE)) {
            answers.add(admits(ledger, "1", number));
        }
        assertThat(answers).containsExactly(true, false, true, false, false, true, false, true, false);
    }

    @Test
    @Promise(2)
    default void whatWasRolledBackIsAdmittedAgain() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        ledger.rollBack((tx, rows) -> rows.admits(tx, Subscribed.CRM, Events.lane("1"), 1, id(1)));
        assertThat(admits(ledger, "1", 1)).isTrue();
        ledger.rollBack((tx, rows) -> rows.admits(tx, Subscribed.CRM, Events.lane("1"), 7, id(7)));
        assertThat(admits(ledger, "1", 2)).isTrue();
    }

    /** A node that was taken for dead brings the event while another one does. */
    @Test
    @Promise(3)
    default void ofTwoWhoBringTheSameTheSecondWaitsForTheFirst() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        for (long before = 0; before < 3; before++) {
            long number = before + 1;
            AtomicReference<Future<Boolean>> second = new AtomicReference<>();
            try (Companion other = new Companion()) {
                ledger.rollBack((tx, rows) -> {
                    assertThat(rows.admits(tx, Subscribed.CRM, Events.lane("1"), number, id(number)))
                            .isTrue();
                    second.set(other.begins(() -> admits(ledger, "1", number)));
                });
                assertThat(Outcome.of(Objects.requireNonNull(second.get())).orFail())
                        .as("after the first was rolled back")
                        .isTrue();
            }
        }
    }

    /** Eight bring the same numbers at once. */
    @Test
    @Promise(3)
    default void eachNumberIsAdmittedToOne() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        List<Long> admitted = new ArrayList<>();
        Race.of(
                        8,
                        runner -> LongStream.rangeClosed(1, 25)
                                .filter(number -> admits(ledger, "1", number))
                                .boxed()
                                .toList())
                .forEach(outcome -> admitted.addAll(outcome.orFail()));
        assertThat(admitted).doesNotHaveDuplicates().contains(25L);
    }

    @Test
    @Promise(4)
    default void lanesOfOtherTenantsSubscriptionsAndNamesAreOthers() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        for (String name : Awkward.identifiers()) {
            Subscription crm = new Subscription(TenantId.of(name), "crm");
            Subscription archive = new Subscription(TenantId.of(name), "archive");
            assertThat(List.of(
                            admits(ledger, crm, name, 1),
                            admits(ledger, archive, name, 1),
                            admits(ledger, crm, "other " + name, 1),
                            admits(ledger, crm, name, 1)))
                    .as(name)
                    .containsExactly(true, true, true, false);
        }
    }

    @Test
    @Promise(5)
    default void whatIsForgottenIsAdmittedAgainAndNothingElse() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        for (Subscription one : List.of(Subscribed.CRM, Subscribed.OTHERS_CRM, Subscribed.ARCHIVE)) {
            admits(ledger, one, "1", 4);
            admits(ledger, one, "2", 4);
        }
        ledger.change((tx, rows) -> rows.forget(tx, Subscribed.CRM));
        assertThat(List.of(
                        admits(ledger, "1", 1),
                        admits(ledger, "2", 1),
                        admits(ledger, Subscribed.OTHERS_CRM, "1", 4),
                        admits(ledger, Subscribed.ARCHIVE, "1", 4)))
                .containsExactly(true, true, false, false);
    }

    /** The portal's database was set back, and gives numbers once more. */
    @Test
    @Promise(6)
    default void anEventOfAnotherHistoryIsNoRepeat() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        for (long number = 1; number <= 3; number++) {
            admits(ledger, "8", number);
        }
        Map<Long, UUID> others =
                Map.of(1L, id(4), 2L, id(Long.MAX_VALUE), 3L, new UUID(id(3).getMostSignificantBits(), 9));
        others.forEach((number, id) -> assertThatThrownBy(() -> admits(ledger, number, id))
                .as("another %s", number)
                .isInstanceOfSatisfying(
                        PortalException.Conflict.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("delivery.history-changed")));
        assertThat(List.of(admits(ledger, "8", 3), admits(ledger, "8", 2), admits(ledger, "8", 4)))
                .as("as if nothing had been")
                .containsExactly(false, false, true);
        ledger.change((tx, rows) -> rows.forget(tx, Subscribed.CRM));
        assertThat(admits(ledger, 2, id(Long.MAX_VALUE)))
                .as("to one that forgot")
                .isTrue();
    }

    /** Of several nodes one has a clock that runs ahead; and ids of another kind tell no time. */
    @Test
    @Promise(6)
    default void aRepeatIsOneWhateverTheClocksWere() {
        StoreFixture<DeliveryLedger> ledger = fixture();
        UUID other = UUID.nameUUIDFromBytes(new byte[] {4});
        assertThat(List.of(
                        admits(ledger, 1, id(Long.MAX_VALUE)),
                        admits(ledger, 2, id(2)),
                        admits(ledger, 3, other),
                        admits(ledger, 4, id(4)),
                        admits(ledger, 1, id(Long.MAX_VALUE)),
                        admits(ledger, 3, other),
                        admits(ledger, 2, id(2))))
                .containsExactly(true, true, true, true, false, false, false);
    }

    private static boolean admits(StoreFixture<DeliveryLedger> ledger, long number, UUID id) {
        return ledger.write((tx, rows) -> rows.admits(tx, Subscribed.CRM, Events.lane("8"), number, id));
    }

    /** Returns an id of version 7 that was made so many milliseconds after the beginning. */
    private static UUID id(long number) {
        return new UUID(Math.min(number, (1L << 48) - 1) << 16 | 0x7000, 0x8000_0000_0000_0007L);
    }

    private static boolean admits(StoreFixture<DeliveryLedger> ledger, String lane, long number) {
        return admits(ledger, Subscribed.CRM, lane, number);
    }

    private static boolean admits(
            StoreFixture<DeliveryLedger> ledger, Subscription subscription, String lane, long number) {
        return ledger.write((tx, rows) -> rows.admits(tx, subscription, Events.lane(lane), number, id(number)));
    }
}
