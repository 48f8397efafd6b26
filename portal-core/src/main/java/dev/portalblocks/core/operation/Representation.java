// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateSource;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.SqlFailures;
import dev.portalblocks.core.tx.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In whose name the actor of one operation asks, and whether it may: a wish until a mandate is found, which is looked up
 * once, in the operation's transaction, and one step far.
 */
final class Representation {
    private static final Logger LOG = LoggerFactory.getLogger(Representation.class);

    private final MandateSource source;
    private final Actor actor;
    private final InstantSource clock;
    private @Nullable List<Mandate.Terms> terms;

    Representation(MandateSource source, Actor actor, InstantSource clock) {
        this.source = source;
        this.actor = actor;
        this.clock = clock;
    }

    /** Returns whether the actor may use the permission in the name in which it asks. In its own it needs no mandate. */
    boolean allows(Tx tx, Permission permission) {
        CustomerId principal = actor.actsFor();
        return principal == null
                || terms(tx, principal).stream().anyMatch(each -> each.allow(permission.name(), clock.instant()));
    }

    /** Returns whose data is behind the wall of customers. */
    Set<CustomerId> principals() {
        return actor.findPrincipal().map(Set::of).orElse(Set.of());
    }

    private List<Mandate.Terms> terms(Tx tx, CustomerId principal) {
        List<Mandate.Terms> known = terms;
        if (known == null) {
            known = ask(tx, principal);
            terms = known;
        }
        return known;
    }

    /** An exception of a host's source is no mandate; only storage that fails beneath it stays what it is. */
    private List<Mandate.Terms> ask(Tx tx, CustomerId principal) {
        try {
            return List.copyOf(source.termsOf(tx, actor.tenant(), CustomerId.of(actor.identity()), principal));
        } catch (RuntimeException e) {
            Optional<StorageFailure> failure = SqlFailures.beneath(e);
            if (failure.isPresent()) {
                throw failure.get();
            }
            LOG.warn(
                    "Source of mandates failed with {}; nobody acts for another",
                    e.getClass().getName());
            return List.of();
        }
    }
}
