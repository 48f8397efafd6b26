// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Subscribed.ARCHIVE;
import static dev.portalblocks.tck.core.Subscribed.CRM;
import static dev.portalblocks.tck.core.Subscribed.OTHERS_CRM;
import static dev.portalblocks.tck.core.Subscribed.position;
import static dev.portalblocks.tck.core.Subscribed.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Standing;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link SubscriptionStore} about which there are; part of {@link SubscriptionStoreContract}. */
@ContractOf(SubscriptionStore.class)
public interface SubscriptionEndContract {
    /** Returns a store without subscriptions and its domain; asked once, at the beginning of each test. */
    StoreFixture<SubscriptionStore> fixture();

    @Test
    @Promise(12)
    default void whatEndsIsGoneAndNothingElse() {
        Subscribed node = new Subscribed(fixture());
        node.stop("1");
        node.feed(CRM, "2", 1, 1);
        LaneLease open = node.leaseOne();
        node.feed(OTHERS_CRM, "2", 1, 1);
        node.feed(ARCHIVE, position(5), range("1", 1, 2));
        assertThat(ends(node, CRM)).isTrue();
        assertThat(fedToAll(node)).as("it keeps nobody waiting").contains(position(5));
        assertThat(found(node)).isEmpty();
        assertThat(node.deadLetters(CRM)).isEmpty();
        assertThat(node.delivers(open, 1)).as("its lease counts").isFalse();
        assertThat(ends(node, CRM)).as("it ends once more").isFalse();
        assertThat(node.lease()).extracting(LaneLease::subscription).containsExactly(OTHERS_CRM);
        assertThat(node.lease("archive", Subscribed.HOUR, 9)).hasSize(1);
        assertThat(node.position(CRM)).isEqualTo(LogPosition.START);
        node.feed(CRM, "1", 1, 1);
        assertThat(node.leaseOne().delivered()).isZero();
    }

    /** A node that hangs has an old lease, and wakes when there is a new subscription of the name. */
    @Test
    @Promise(4)
    default void aLeaseOfOneThatEndedIsNoneOfTheNextOne() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, "1", 1, 5);
        node.feed(CRM, "2", 1, 5);
        List<LaneLease> old = node.lease();
        assertThat(old).hasSize(2);
        assertThat(ends(node, CRM)).isTrue();
        node.feed(CRM, "1", 1, 5);
        LaneLease next = node.leaseOne();
        assertThat(old).allSatisfy(lease -> assertThat(lease.fence()).isLessThan(next.fence()));
        assertThat(old).noneMatch(lease -> node.delivers(lease, 4));
        assertThat(node.delivers(next, 1)).isTrue();
    }

    /** Its relay was stopped for good before a tenant came, whose events would be kept for it. */
    @Test
    @Promise(12)
    default void whatHasNotComeToATenantEndsForItAsWell() {
        Subscribed node = new Subscribed(fixture());
        node.feed(OTHERS_CRM, position(4));
        node.feed(ARCHIVE, position(5));
        assertThat(ends(node, CRM)).isTrue();
        assertThat(fedToAll(node)).contains(position(5));
        assertThat(ends(node, CRM)).as("it ends once more").isFalse();
        assertThat(found(node)).isEmpty();
        node.feed(CRM, position(6));
        assertThat(found(node)).contains(position(6));
    }

    /** Who has nothing of any tenant is waited for by none, also not by one that comes later. */
    @Test
    @Promise(12)
    default void whatEndedForAllIsNoneAnyMore() {
        Subscribed node = new Subscribed(fixture());
        assertThat(ends(node, CRM)).as("what never was").isFalse();
        node.feed(CRM, position(3));
        node.feed(OTHERS_CRM, position(4));
        assertThat(ends(node, OTHERS_CRM)).isTrue();
        assertThat(fedToAll(node)).contains(position(3));
        assertThat(ends(node, CRM)).isTrue();
        assertThat(fedToAll(node)).isEmpty();
        assertThat(node.position(OTHERS_CRM)).isEqualTo(LogPosition.START);
    }

    /** The last two end at once. */
    @Test
    @Promise(12)
    default void ofManyThatEndAtOnceNothingIsLeft() {
        Subscribed node = new Subscribed(fixture());
        List<Subscription> all = IntStream.range(0, 8)
                .mapToObj(number -> new Subscription(TenantId.of("tenant-" + number), "crm"))
                .toList();
        all.forEach(node::position);
        Race.of(8, runner -> ends(node, all.get(runner)))
                .forEach(outcome -> assertThat(outcome.orFail()).isTrue());
        assertThat(fedToAll(node)).isEmpty();
    }

    @Test
    @Promise(14)
    default void thoseThatDidNotEndAreListed() {
        Subscribed node = new Subscribed(fixture());
        node.feed(CRM, position(3));
        node.feed(OTHERS_CRM, position(4));
        node.feed(ARCHIVE, position(5));
        node.feed(new Subscription(Events.ACME, "mailer"), position(6));
        ends(node, new Subscription(Events.ACME, "mailer"));
        node.feed(new Subscription(TenantId.of("other"), "sms"), position(7));
        List<Standing> listed = node.store.read((tx, rows) -> rows.list(tx, Events.ACME));
        assertThat(listed)
                .containsExactly(
                        new Standing("archive", position(5)),
                        new Standing("crm", position(3)),
                        new Standing("sms", LogPosition.START));
    }

    private static boolean ends(Subscribed node, Subscription subscription) {
        return node.store.write((tx, rows) -> rows.end(tx, subscription));
    }

    private static Optional<LogPosition> found(Subscribed node) {
        return node.store.read((tx, rows) -> rows.find(tx, CRM));
    }

    private static Optional<LogPosition> fedToAll(Subscribed node) {
        return node.store.read((tx, rows) -> rows.fedToAll(tx, Events.ACME));
    }
}
