// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.Tx;
import java.util.List;

/** How to call what of core's stores no sample operation calls: what works before, beside or behind operations. */
final class StoreInvokers {
    private static final TenantId FRESH = TenantId.of("fresh");

    /** What a profile that is cached on several nodes is checked by. */
    private static final Invoker VERSION = new Invoker(
            "ProfileStore.findVersion",
            "ProfileStore.findVersion",
            (portal, actor, target) -> portal.core
                    .domain()
                    .read(tx -> portal.profileStorage
                            .profiles()
                            .findVersion(tx, Scope.wholeTenant(actor.tenant()), SampleWorld.ERIKA))
                    .isPresent());

    private StoreInvokers() {}

    /** Calls a method of a store. */
    @FunctionalInterface
    interface Call {
        Object in(CoreStorage core, Tx tx, TenantId tenant);
    }

    static List<Invoker> all() {
        return List.of(
                VERSION,
                writing("EventStore.settle", (core, tx, tenant) -> core.events().settle(tx, tenant, 500)),
                writing("EventStore.removeUpTo", (core, tx, tenant) -> {
                    core.events().removeUpTo(tx, tenant, core.events().end(tx, tenant));
                    return true;
                }),
                writing(
                        "TenantKeyStore.putIfAbsent",
                        (core, tx, tenant) -> core.tenantKeys().putIfAbsent(tx, FRESH, new byte[] {1})),
                reading(
                        "TenantKeyStore.find",
                        (core, tx, tenant) -> core.tenantKeys().find(tx, tenant)),
                reading(
                        "EventStore.isSettled",
                        (core, tx, tenant) -> core.events().isSettled(tx, tenant)),
                reading("EventStore.end", (core, tx, tenant) -> core.events().end(tx, tenant)),
                reading(
                        "EventStore.read",
                        (core, tx, tenant) -> core.events().read(tx, tenant, LogPosition.START, 500)),
                reading(
                        "EventStore.tenants",
                        (core, tx, tenant) -> core.events().tenants(tx, "", 10)),
                reading(
                        "SubscriptionStore.waiting",
                        (core, tx, tenant) -> core.subscriptions().waiting(tx, Undelivered.NAME, 10)),
                reading(
                        "ContentCatalog.tenants",
                        (core, tx, tenant) -> core.catalog().tenants(tx, "", 10)));
    }

    static Invoker writing(String name, Call call) {
        return new Invoker(
                name,
                name,
                (portal, actor, target) ->
                        portal.core.domain().write(tx -> call.in(portal.core, tx, actor.tenant())) != null);
    }

    private static Invoker reading(String name, Call call) {
        return new Invoker(
                name,
                name,
                (portal, actor, target) ->
                        portal.core.domain().read(tx -> call.in(portal.core, tx, actor.tenant())) != null);
    }
}
