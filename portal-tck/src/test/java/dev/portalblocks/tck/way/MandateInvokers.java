// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PageRequest;
import java.util.List;

/** How to call what is about mandates. */
final class MandateInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private MandateInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "Mandates.grant(Actor, GrantMandate)",
                        "mandates.grant",
                        (portal, actor, target) -> portal.portal
                                .mandates()
                                .grant(
                                        actor,
                                        GrantMandate.everything(
                                                        target.customer(),
                                                        CustomerId.of("4799"),
                                                        Mandate.Kind.ORGANISATION)
                                                .once(IdempotencyKey.of("new")))
                                .principal()
                                .equals(target.customer())),
                new Invoker(
                        "Mandates.revoke(Actor, RevokeMandate)",
                        "mandates.revoke",
                        (portal, actor, target) -> portal.portal
                                .mandates()
                                .revoke(actor, RevokeMandate.of(target.mandate()))
                                .id()
                                .equals(target.mandate())),
                new Invoker(
                        "Mandates.held(Actor, CustomerId, PageRequest)",
                        "mandates.held",
                        (portal, actor, target) ->
                                portal.portal.mandates().held(actor, SampleWorld.ANNA, PAGE).items().stream()
                                        .anyMatch(found -> found.id().equals(target.mandate()))),
                new Invoker(
                        "Mandates.given(Actor, CustomerId, PageRequest)",
                        "mandates.given",
                        (portal, actor, target) ->
                                portal.portal.mandates().given(actor, target.customer(), PAGE).items().stream()
                                        .anyMatch(found -> found.id().equals(target.mandate()))));
    }
}
