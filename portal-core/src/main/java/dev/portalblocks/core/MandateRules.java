// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which mandates there can be: sound ones, and none that makes a chain or a circle with another. */
final class MandateRules {
    /** To give mandates. */
    static final Permission EDIT = Permission.forOwners("mandates.edit", "service");
    /** To take mandates back. */
    static final Permission REVOKE = Permission.forOwners("mandates.revoke", "service");

    /** What no mandate is for. */
    private static final Set<String> IN_OWN_NAME = Set.of(EDIT.name(), REVOKE.name());

    private static final Set<Permission.Reach> CUSTOMERS =
            Set.of(Permission.Reach.READERS, Permission.Reach.OWNERS, Permission.Reach.CUSTOMERS);

    /** The last instant of four-digit years (ISO 8601), which every database keeps; not every one keeps a later one. */
    private static final Instant LAST =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000).toInstant(ZoneOffset.UTC);

    private final MandateStore store;
    private final Supplier<? extends Collection<Permission>> permissions;

    /** Asks for the permissions that there are when it needs them: blocks come after core. */
    MandateRules(MandateStore store, Supplier<? extends Collection<Permission>> permissions) {
        this.store = store;
        this.permissions = permissions;
    }

    /** Returns the terms that the command asks for. It can't begin before it was given: nobody acted under it then. */
    Mandate.Terms terms(GrantMandate command, Instant now) {
        if (command.principal().equals(command.holder())) {
            throw new PortalException.InvalidInput("mandate.self");
        }
        Instant wished = command.from();
        Instant from = wished == null || wished.isBefore(now) ? now : wished.truncatedTo(ChronoUnit.MICROS);
        Instant end = command.until();
        Instant until = end == null ? null : end.truncatedTo(ChronoUnit.MICROS);
        boolean isKeepable = !from.isAfter(LAST) && (until == null || !until.isAfter(LAST));
        if (!isKeepable || (until != null && !until.isAfter(from))) {
            throw new PortalException.InvalidInput("mandate.period");
        }
        if (!known().containsAll(command.permissions())) {
            throw new PortalException.InvalidInput("mandate.permission-unknown");
        }
        return new Mandate.Terms(command.kind(), command.permissions(), from, until);
    }

    private Set<String> known() {
        Stream<String> names = permissions.get().stream()
                .filter(permission ->
                        CUSTOMERS.contains(permission.reach()) && !IN_OWN_NAME.contains(permission.name()))
                .map(Permission::name);
        return Stream.concat(names, Stream.of(Mandate.EVERYTHING)).collect(Collectors.toSet());
    }

    /**
     * Refuses a mandate that would stand in a row with another one. Both customers are locked, in one order for all, so that
     * of two mandates which are sound by themselves and a chain together the second sees the first.
     */
    void refuseChains(OperationContext context, GrantMandate command) {
        Tx tx = context.tx();
        Scope all = Scope.wholeTenant(context.scope().tenant());
        Stream.of(command.principal(), command.holder())
                .sorted(Comparator.comparing(CustomerId::value))
                .forEach(customer -> store.lock(tx, all, customer));
        boolean circle = store
                .termsOf(tx, all.tenant(), /* holder= */ command.principal(), /* principal= */ command.holder())
                .stream()
                .anyMatch(terms -> !terms.hasEnded(context.now()));
        if (circle) {
            throw new PortalException.Conflict("mandate.circle");
        }
        if (hasOpen(context, MandateStore.Side.PRINCIPAL, command.holder())
                || hasOpen(context, MandateStore.Side.HOLDER, command.principal())) {
            throw new PortalException.Conflict("mandate.chain");
        }
    }

    private boolean hasOpen(OperationContext context, MandateStore.Side side, CustomerId customer) {
        MandateStore.Query open = new MandateStore.Query(side, customer, context.now());
        Scope all = Scope.wholeTenant(context.scope().tenant());
        return !store.list(context.tx(), all, open, null, 1).isEmpty();
    }
}
