// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operation's body gets: its transaction, how far it may reach, and where it says what it did. It lives as long
 * as the body runs; not thread-safe.
 */
public final class OperationContext {
    private final Tx tx;
    private final Actor actor;
    private final Leave leave;
    private final Instant now;
    private final Ids ids;
    private final List<PortalEvent<?>> events = new ArrayList<>();
    private final List<Consumer<Boolean>> endings = new ArrayList<>();
    private @Nullable ObjectRef subject;
    private @Nullable CustomerId customer;
    private boolean unchanged;

    /**
     * How far the actor may reach.
     *
     * @param scope with the operation's own permission
     * @param further with another permission; empty when that is denied
     */
    record Leave(Scope scope, Function<Permission, Optional<Scope>> further) {}

    OperationContext(Tx tx, Actor actor, Leave leave, Instant now, Ids ids) {
        this.tx = tx;
        this.actor = actor;
        this.customer = actor.findPrincipal().orElse(null);
        this.leave = leave;
        this.now = now;
        this.ids = ids;
    }

    /** Returns the transaction, for the stores. */
    public Tx tx() {
        return tx;
    }

    /** Returns who asks. */
    public Actor actor() {
        return actor;
    }

    /**
     * Returns the customer in whose name the operation runs, to whom belongs what it makes: the one that the actor acts for,
     * with a mandate that was found, else the actor itself; empty where that is no customer. A block asks for nothing
     * else: {@link Actor#findCustomer} is who it is that acts.
     */
    public Optional<CustomerId> findPrincipal() {
        return actor.findPrincipal();
    }

    /** Returns how far the operation may reach, for the stores. */
    public Scope scope() {
        return leave.scope();
    }

    /**
     * Asks the policy how far the actor may reach with a permission that is not the operation's own; empty when that is
     * denied, which leaves no audit entry. The same walls stand before the answer. An operation that shows what another one
     * guards stays within both scopes.
     */
    public Optional<Scope> scopeOf(Permission permission) {
        return leave.further().apply(permission);
    }

    /** Returns the instant of the operation: the same throughout, with microseconds. */
    public Instant now() {
        return now;
    }

    /** Returns a new id. */
    public UUID newId() {
        return ids.next();
    }

    /** Returns a new secret of 128 random bits, URL-safe: what links by it keeps its hash, never itself. */
    public String newSecret() {
        return ids.secret();
    }

    /** Names what the operation is about, for its audit entry. */
    public void about(ObjectRef object) {
        subject = object;
    }

    /**
     * Names what the operation is about and whose it is, for its audit entry. Where nobody is named, what a customer does
     * is a matter of the one in whose name it is done, and all else the company's own.
     */
    public void about(ObjectRef object, CustomerId owner) {
        about(object);
        customer = owner;
    }

    /** Says that there was nothing to change: the operation then leaves neither an event nor an audit entry. */
    public void unchanged() {
        unchanged = true;
    }

    /**
     * Reports what happened. The event is written at the end of the transaction; its lane is the customer whose order it
     * belongs to, else the object itself.
     */
    public <D extends Record> void emit(EventType<D> type, ObjectRef object, ObjectRef lane, D data) {
        String source = "urn:portalblocks:" + type.name().split("\\.", 3)[1];
        events.add(new PortalEvent<>(ids.next(), source, type.name(), now, object, scope().tenant(), lane, 0, data));
    }

    /** Reports what happened to an object that is a lane of its own. */
    public <D extends Record> void emit(EventType<D> type, ObjectRef object, D data) {
        emit(type, object, object, data);
    }

    /** Refuses something on an object that the actor may see; the refusal is audited. */
    public PortalException.AccessDenied denied(ObjectRef object, String code) {
        about(object);
        return new PortalException.AccessDenied(code);
    }

    /** Has this told, when the operation has ended, whether it is known how: committed, or without any effect. */
    void whenEnded(Consumer<Boolean> told) {
        endings.add(told);
    }

    void tellEnded(boolean isKnown) {
        endings.forEach(told -> told.accept(isKnown));
    }

    boolean isUnchanged() {
        return unchanged;
    }

    List<PortalEvent<?>> events() {
        return Collections.unmodifiableList(events);
    }

    Optional<ObjectRef> findSubject() {
        return Optional.ofNullable(subject);
    }

    Optional<CustomerId> findOwner() {
        return Optional.ofNullable(customer);
    }
}
