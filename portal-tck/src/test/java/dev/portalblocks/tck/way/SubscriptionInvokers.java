// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.event.EndSubscription;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.ReplayEvents;
import dev.portalblocks.core.event.Standing;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.model.PageRequest;
import java.util.List;

/** How to call what is about subscriptions and the events that they get. */
final class SubscriptionInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private SubscriptionInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "Subscriptions.list(Actor)",
                        "subscriptions.list",
                        (portal, actor, target) -> portal.portal.subscriptions().list(actor).stream()
                                .anyMatch(standing -> isOf(portal, target, standing))),
                new Invoker(
                        "Subscriptions.end(Actor, EndSubscription)", "subscriptions.end", (portal, actor, target) -> {
                            portal.portal.subscriptions().end(actor, EndSubscription.of(Undelivered.NAME));
                            return actor.tenant().equals(target.tenant());
                        }),
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

    /** Positions of two tenants are never the same. */
    private static boolean isOf(Composition portal, Target target, Standing standing) {
        Subscription subscription = new Subscription(target.tenant(), Undelivered.NAME);
        return standing.subscription().equals(Undelivered.NAME)
                && portal.core
                        .domain()
                        .read(tx -> portal.core.subscriptions().find(tx, subscription))
                        .filter(standing.position()::equals)
                        .isPresent();
    }

    private static MendLane command(Target target) {
        return new MendLane(Undelivered.NAME, Undelivered.lane(target), Undelivered.SEQUENCE);
    }
}
