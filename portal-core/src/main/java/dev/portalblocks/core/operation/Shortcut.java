// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.SettledPolicy;
import dev.portalblocks.core.access.SettledPolicy.Settled;
import dev.portalblocks.core.access.Walls;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.QueryDomain;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of one reading operation to what a block keeps in memory. It says what the one way is certain to say, and nothing
 * else: where neither {@link #isOpen} nor {@link #isClosed} holds, the operation takes the one way, which asks for mandates, teams and a host's
 * policy, tells absent from denied, and records the denial.
 *
 * <p>Thread-safe.
 */
public final class Shortcut {
    private final Settled settled;
    private final TransactionDomain domain;
    private final @Nullable JoinableDomain<?> joinable;
    private final InstantSource clock;

    Shortcut(Operation operation, AccessPolicy policy, TransactionDomain domain, InstantSource clock) {
        if (operation.isWriting()) {
            throw new IllegalArgumentException("Only for reading: " + operation.name());
        }
        settled = policy instanceof SettledPolicy known
                ? known.settled(operation.permission())
                : (actor, object) -> false;
        this.domain = domain;
        this.clock = clock;
        joinable = domain instanceof JoinableDomain<?> joining ? joining : null;
    }

    /**
     * Returns whether the actor is certain to be allowed the operation on the object: it asks in its own name, what the
     * policy says of it follows from itself, and no transaction of the application, which may see what others don't, is
     * joined on this thread.
     */
    public boolean isOpen(Actor actor, AccessLabel object) {
        return actor.actsFor() == null && !isJoining() && Walls.admit(actor, object) && admits(actor, object);
    }

    /**
     * Returns whether the actor is certain to get nothing of the object, though it is allowed the operation: for it the object is not
     * there, and nothing of that is on record. Only for objects whose names can't be guessed: the answer comes sooner than that of what is
     * really not there.
     */
    public boolean isClosed(Actor actor, AccessLabel object) {
        return actor.actsFor() == null && !isJoining() && Walls.admit(actor, object) && excludes(actor, object);
    }

    /** Returns the instant of an answer from memory, with microseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private boolean excludes(Actor actor, AccessLabel object) {
        try {
            return settled.excludes(actor, object);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** A policy of the host's that throws here is asked on the way, where an exception is a denial. */
    private boolean admits(Actor actor, AccessLabel object) {
        try {
            return settled.admits(actor, object);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Runs work of one query, to see whether what is kept is still so; where the domain can, with nothing round it. */
    public <R> R query(Function<Tx, R> work) {
        return domain instanceof QueryDomain able ? able.query(work) : domain.read(work);
    }

    private boolean isJoining() {
        return joinable != null && joinable.isJoining();
    }
}
