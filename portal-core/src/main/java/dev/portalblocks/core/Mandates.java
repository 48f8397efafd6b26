// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateGranted;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateRevoked;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;

/**
 * Who may act for whom, where the portal keeps it itself. Customers give mandates for what is theirs, both of the two see
 * a mandate and take it back; staff with the role {@code service}, and programs, do so for anybody.
 *
 * <p>Nobody does it in another's name: who acts for a customer can't hand that on, nor bring others out of it ({@link
 * PortalException.AccessDenied} {@code mandate.in-own-name}).
 *
 * <p>Thread-safe.
 */
public final class Mandates {
    /** To see mandates. */
    public static final Permission READ = Permission.forOwners("mandates.read", "service");
    /** To give mandates. */
    public static final Permission EDIT = MandateRules.EDIT;
    /** To take mandates back, also for who may give none. */
    public static final Permission REVOKE = MandateRules.REVOKE;

    private static final Operation GRANT = Operation.writing("mandates.grant", EDIT);
    private static final Operation TAKE_BACK = Operation.writing("mandates.revoke", REVOKE);
    private static final Operation LIST_HELD = Operation.reading("mandates.held", READ);
    private static final Operation LIST_GIVEN = Operation.reading("mandates.given", READ);

    private final Operations operations;
    private final MandateStore store;
    private final MandateRules rules;

    Mandates(Operations operations, MandateStore store, MandateRules rules) {
        this.operations = operations;
        this.store = store;
        this.rules = rules;
    }

    static BlockContribution contribution() {
        return BlockContribution.of("mandates", GRANT, TAKE_BACK, LIST_HELD, LIST_GIVEN)
                .emitting(MandateGranted.TYPE, MandateRevoked.TYPE);
    }

    /**
     * Lets one customer act for another, and returns the mandate. Whether the company knows the holder is the caller's to
     * have made sure: any number is taken.
     *
     * @throws PortalException.NotFound {@code customer.not-found} for a principal beyond the actor's reach
     * @throws PortalException.InvalidInput {@code mandate.self} where the two are one; {@code mandate.period} where it would
     *     have ended before it begins, or has ended, or where either is later than the year 9999; {@code
     *     mandate.permission-unknown} for a name that is no permission
     *     that customers have; with every violated field
     * @throws PortalException.Conflict {@code mandate.circle} where the principal holds one for the holder, {@code
     *     mandate.chain} where somebody else may act for the holder, or the principal for somebody else: one that is yet to
     *     begin counts, one that has ended does not
     */
    public Mandate grant(Actor actor, GrantMandate command) {
        return operations.create(
                GRANT,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> begin(context, MandateId.of(id), command),
                        (context, id) -> store.find(context.tx(), context.scope(), MandateId.of(id))
                                .orElseThrow(Mandates::notFound)));
    }

    /**
     * Takes a mandate back, for both of the two to do, and returns it as it is then; whatever is asked for under it from
     * then on is refused. What was taken back already, or has ended, may be taken back again.
     *
     * @throws PortalException.NotFound {@code mandate.not-found}
     * @throws PortalException.Conflict {@code mandate.version-conflict} when it is not at the expected version
     */
    public Mandate revoke(Actor actor, RevokeMandate command) {
        return operations.perform(TAKE_BACK, actor, command, context -> {
            requireOwnName(context);
            Mandate before = store.findForUpdate(context.tx(), context.scope(), command.mandate())
                    .orElseThrow(Mandates::notFound);
            context.about(ref(before), before.principal());
            Long expected = command.expectedVersion();
            if (expected != null && expected != before.version()) {
                throw new PortalException.Conflict("mandate.version-conflict");
            }
            if (before.revokedAt() != null) {
                context.unchanged();
                return before;
            }
            return replace(context, before);
        });
    }

    /**
     * Returns the mandates under which a customer may act for others, the oldest first, also those that have ended; none for
     * a customer beyond the actor's reach.
     */
    public Page<Mandate> held(Actor actor, CustomerId holder, PageRequest page) {
        return list(LIST_HELD, actor, new MandateStore.Query(MandateStore.Side.HOLDER, holder, null), page);
    }

    /** Returns the mandates under which others may act for a customer; otherwise as {@link #held}. */
    public Page<Mandate> given(Actor actor, CustomerId principal, PageRequest page) {
        return list(LIST_GIVEN, actor, new MandateStore.Query(MandateStore.Side.PRINCIPAL, principal, null), page);
    }

    private Page<Mandate> list(Operation operation, Actor actor, MandateStore.Query query, PageRequest page) {
        return operations.list(
                operation,
                actor,
                new Listing<>(
                        page,
                        query.customer(),
                        (context, after, limit) -> store.list(context.tx(), context.scope(), query, after, limit),
                        mandate -> Keyset.ofId(mandate.id())));
    }

    private Mandate begin(OperationContext context, MandateId id, GrantMandate command) {
        requireOwnName(context);
        AccessLabel matter = AccessLabel.of(context.scope().tenant()).ownedBy(command.principal());
        if (!context.scope().covers(matter)) {
            throw new PortalException.NotFound("customer");
        }
        Mandate.Terms terms = rules.terms(command, context.now());
        rules.refuseChains(context, command);
        Mandate mandate =
                new Mandate(context.scope().tenant(), id, command.holder(), command.principal(), terms, null, 1);
        if (!store.insert(context.tx(), mandate)) {
            throw new PortalException.Conflict("mandate.duplicate");
        }
        context.about(ref(mandate), mandate.principal());
        context.emit(
                MandateGranted.TYPE,
                ref(mandate),
                lane(mandate),
                new MandateGranted(id, mandate.holder(), mandate.principal(), mandate.version()));
        return mandate;
    }

    private Mandate replace(OperationContext context, Mandate before) {
        Mandate after = before.revoked(context.now());
        if (!store.update(context.tx(), after, before.version())) {
            throw new PortalException.Conflict("mandate.version-conflict");
        }
        context.emit(
                MandateRevoked.TYPE,
                ref(after),
                lane(after),
                new MandateRevoked(after.id(), after.holder(), after.principal(), after.version()));
        return after;
    }

    /** Whatever a policy allows: a mandate is given and taken back by nobody in another's name. */
    private static void requireOwnName(OperationContext context) {
        if (context.actor().actsFor() != null) {
            throw new PortalException.AccessDenied("mandate.in-own-name");
        }
    }

    private static ObjectRef ref(Mandate mandate) {
        return ObjectRef.of("mandate", mandate.id());
    }

    private static ObjectRef lane(Mandate mandate) {
        return ObjectRef.of(CustomerId.OBJECT_TYPE, mandate.principal());
    }

    private static PortalException.NotFound notFound() {
        return new PortalException.NotFound("mandate");
    }
}
