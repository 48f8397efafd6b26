// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.SqlFailures;
import dev.portalblocks.core.tx.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To which audiences an actor belongs: what follows from the actor, and what the host is asked about a customer. */
final class Readership {
    private static final Logger LOG = LoggerFactory.getLogger(Readership.class);

    private Readership() {}

    /** Returns the audiences that follow from the actor alone. */
    static Set<Audience> known(Actor actor) {
        Set<Audience> audiences = new HashSet<>();
        audiences.add(Audience.PUBLIC);
        if (actor.isSignedIn()) {
            audiences.add(Audience.SIGNED_IN);
            actor.roles().forEach(role -> audiences.add(Audience.role(role)));
        }
        return audiences;
    }

    /** Returns whether a host has to be asked who is in one of these. */
    static boolean isAsked(@Nullable Set<Audience> audiences) {
        return audiences != null && audiences.stream().anyMatch(Audience::isAskedFor);
    }

    /** Returns all audiences of the actor; a customer who acts for another has that one's segments and holdings. */
    static Set<Audience> asked(Tx tx, Actor actor, @Nullable Directories directories) {
        Set<Audience> audiences = known(actor);
        CustomerId customer = actor.findPrincipal().orElse(null);
        if (customer != null && directories != null) {
            audiences.addAll(of(
                    "segments",
                    SegmentSource.MAX_SEGMENTS,
                    () -> directories.segments().segmentsOf(tx, actor.tenant(), customer),
                    segment -> Optional.of(Audience.segment(segment))));
            audiences.addAll(of(
                    "holdings",
                    Holdings.MAX_HOLDINGS,
                    () -> directories.holdings().holdingsOf(tx, actor.tenant(), customer),
                    Audience::findOwners));
        }
        return audiences;
    }

    /** An exception of a host's source, or an answer beyond its limit, is no audience; only storage that fails stays what it is. */
    private static <T> Set<Audience> of(
            String source, int limit, Supplier<Collection<T>> question, Function<T, Optional<Audience>> audience) {
        try {
            Set<Audience> audiences = new HashSet<>();
            Collection<T> answer = question.get();
            if (answer.size() > limit) {
                LOG.warn(
                        "Source of {} told of {}, {} at most are admitted; it counts as none",
                        source,
                        answer.size(),
                        limit);
                return Set.of();
            }
            answer.forEach(one -> audience.apply(one).ifPresent(audiences::add));
            return audiences;
        } catch (RuntimeException e) {
            Optional<StorageFailure> failure = SqlFailures.beneath(e);
            if (failure.isPresent()) {
                throw failure.get();
            }
            LOG.warn(
                    "Source of {} failed with {}; it counts as none",
                    source,
                    e.getClass().getName());
            return Set.of();
        }
    }
}
