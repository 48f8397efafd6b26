// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.event.EndSubscription;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.ReplayEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the commands about subscriptions can't be. */
final class SubscriptionMisfits {
    private SubscriptionMisfits() {}

    static List<Misfit> all() {
        return List.of(
                mend("subscription", "not-null", null),
                mend("subscription", "size", ""),
                mend("subscription", "size", Misfit.text(101)),
                new Misfit("MendLane.lane", "lane", "not-null", (portal, actor, target) -> {
                    portal.portal.subscriptions().resume(actor, new MendLane(Undelivered.NAME, null, 1));
                    return true;
                }),
                replay("not-null", null),
                replay("size", ""),
                replay("size", Misfit.text(101)),
                end("not-null", null),
                end("size", ""),
                end("size", Misfit.text(101)));
    }

    private static Misfit mend(String field, String code, @Nullable String subscription) {
        return new Misfit("MendLane." + field, field, code, (portal, actor, target) -> {
            portal.portal.subscriptions().skip(actor, new MendLane(subscription, Undelivered.lane(target), 1));
            return true;
        });
    }

    private static Misfit end(String code, @Nullable String subscription) {
        return new Misfit("EndSubscription.subscription", "subscription", code, (portal, actor, target) -> {
            portal.portal.subscriptions().end(actor, EndSubscription.of(subscription));
            return true;
        });
    }

    private static Misfit replay(String code, @Nullable String subscription) {
        return new Misfit(
                "ReplayEvents.subscription",
                "subscription",
                code,
                (portal, actor, target) -> portal.portal.subscriptions().replay(actor, ReplayEvents.all(subscription)));
    }
}
