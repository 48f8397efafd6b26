// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.event.LaneLease;
import dev.portalblocks.core.event.LaneStep;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Refusal;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.event.SubscriptionStore.Range;
import dev.portalblocks.core.event.SubscriptionStore.Request;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a subscriber has had of a tenant: all that there is, but for dead letters far behind in lanes of their own, each with
 * one more event behind it.
 */
final class Undelivered {
    static final String NAME = "crm";
    static final long SEQUENCE = 1_000_000;
    private static final Refusal REFUSAL = new Refusal(new UUID(0, SEQUENCE), "portalblocks.tck.noted.v1", "Refused");

    private Undelivered() {}

    static ObjectRef lane(Target target) {
        return lane(target.customer());
    }

    private static ObjectRef lane(CustomerId customer) {
        return ObjectRef.of("letters-of", customer);
    }

    /** Leaves a subscription that has had all with a tenant, and these customers with a dead letter each. */
    static void in(Composition portal, TenantId tenant, CustomerId... customers) {
        in(portal, new Subscription(tenant, NAME), customers);
    }

    /** The same of a subscriber of another name. */
    static void in(Composition portal, Subscription subscription, CustomerId... customers) {
        portal.core.domain().write(tx -> {
            SubscriptionStore store = portal.core.subscriptions();
            store.take(tx, subscription);
            LogPosition end = portal.core.events().end(tx, subscription.tenant());
            List<Range> lanes = List.of(customers).stream()
                    .map(customer -> new Range(lane(customer), SEQUENCE, SEQUENCE + 1))
                    .toList();
            store.feed(tx, subscription, lanes, end, Instant.EPOCH);
            lease(store, tx, subscription.name())
                    .forEach(lease -> store.step(tx, lease, new LaneStep.Stopped(REFUSAL), Instant.EPOCH));
            return true;
        });
    }

    private static List<LaneLease> lease(SubscriptionStore store, Tx tx, String name) {
        return store.lease(tx, new Request(name, Instant.EPOCH, Duration.ofHours(1), 100));
    }
}
