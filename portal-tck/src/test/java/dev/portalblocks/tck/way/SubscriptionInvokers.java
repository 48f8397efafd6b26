// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.ReplayEvents;
import dev.portalblocks.core.model.PageRequest;
import java.util.List;

/** How to call what is about subscriptions and the events that they get. */
final class SubscriptionInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private SubscriptionInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "Subscriptions.deadLetters(Actor, String, PageRequest)",
                        "subscriptions.dead-letters",
                        (portal, actor, target) ->
                                portal
                                        .portal
                                        .subscriptions()
                                        .deadLetters(actor, Undelivered.NAME, PAGE)
                                        .items()
                                        .stream()
                                        .anyMatch(letter -> letter.lane().equals(Undelivered.lane(target)))),
                new Invoker(
                        "Subscriptions.resume(Actor, MendLane)", "subscriptions.resume", (portal, actor, target) -> {
                            portal.portal.subscriptions().resume(actor, command(target));
                            return actor.tenant().equals(target.tenant());
                        }),
                new Invoker("Subscriptions.skip(Actor, MendLane)", "subscriptions.skip", (portal, actor, target) -> {
                    portal.portal.subscriptions().skip(actor, command(target));
                    return actor.tenant().equals(target.tenant());
                }),
                new Invoker(
                        "Subscriptions.replay(Actor, ReplayEvents)",
                        "subscriptions.replay",
                        (portal, actor, target) ->
                                portal.portal.subscriptions().replay(actor, ReplayEvents.all(Undelivered.NAME))),
                new Invoker(
                        "Subscriptions.expire(Actor)",
                        "core.event.expire",
                        (portal, actor, target) -> portal.portal.subscriptions().expire(actor) > 0));
    }

    private static MendLane command(Target target) {
        return new MendLane(Undelivered.NAME, Undelivered.lane(target), Undelivered.SEQUENCE);
    }
}
