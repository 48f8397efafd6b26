// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStorage;
import java.util.List;

/** A service as it must not be: each method leaves the one way in one respect. */
public final class Sideways {
    private static final Permission READ = Permission.forOwners("profile.read", "service");
    private static final Operation FIND = Operation.reading("profile.find", READ);
    private static final Operation UNDECLARED = Operation.reading("profile.peek", READ);

    /** How to call the methods; one is forgotten. */
    static final List<Invoker> INVOKERS = List.of(
            invoker("withoutActor(CustomerId)", (service, actor, customer) -> service.withoutActor(customer)),
            invoker("actorLast(CustomerId, Actor)", (service, actor, customer) -> service.actorLast(customer, actor)),
            invoker("pastTheWay(Actor, CustomerId)", Sideways::pastTheWay),
            invoker("readsBeforeItAsks(Actor, CustomerId)", Sideways::readsBeforeItAsks),
            invoker("asksTwice(Actor, CustomerId)", Sideways::asksTwice),
            invoker("underAnotherName(Actor, CustomerId)", Sideways::underAnotherName),
            invoker("undeclared(Actor, CustomerId)", Sideways::undeclared),
            invoker("sound(Actor, CustomerId)", Sideways::sound));

    private final Operations operations;
    private final ProfileStorage storage;
    private final Composition portal;

    private Sideways(Composition portal) {
        this.portal = portal;
        this.operations = portal.portal.operations();
        this.storage = portal.watched.of(ProfileStorage.class, MemoryProfileStorage.in(portal.memory));
    }

    private interface Use {
        boolean of(Sideways service, Actor actor, CustomerId customer);
    }

    private static Invoker invoker(String method, Use use) {
        return new Invoker(
                "Sideways." + method,
                method.startsWith("underAnotherName") ? "profile.changes" : FIND.name(),
                (portal, actor, target) -> use.of(new Sideways(portal), actor, target.customer()));
    }

    public boolean withoutActor(CustomerId customer) {
        return read(Actor.system(TenantId.of("nobody-asked"), "program"), customer);
    }

    public boolean actorLast(CustomerId customer, Actor actor) {
        return sound(actor, customer);
    }

    public boolean pastTheWay(Actor actor, CustomerId customer) {
        return read(actor, customer);
    }

    public boolean readsBeforeItAsks(Actor actor, CustomerId customer) {
        return read(actor, customer) && sound(actor, customer);
    }

    public boolean asksTwice(Actor actor, CustomerId customer) {
        try {
            return sound(actor, customer);
        } catch (PortalException.AccessDenied e) {
            return sound(actor, customer);
        }
    }

    public boolean underAnotherName(Actor actor, CustomerId customer) {
        return sound(actor, customer);
    }

    public boolean undeclared(Actor actor, CustomerId customer) {
        return operations.perform(UNDECLARED, actor, customer, context -> true);
    }

    public boolean forgotten(Actor actor, CustomerId customer) {
        return sound(actor, customer);
    }

    public boolean sound(Actor actor, CustomerId customer) {
        return operations.perform(
                FIND,
                actor,
                customer,
                context -> storage.profiles()
                        .find(context.tx(), context.scope(), customer)
                        .isPresent());
    }

    private boolean read(Actor actor, CustomerId customer) {
        return portal.memory.read(tx -> storage.profiles()
                .find(tx, Scope.wholeTenant(actor.tenant()), customer)
                .isPresent());
    }
}
