// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PortalException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way through. Every public operation of every block is carried out by one of these methods, and by nothing
 * else: validate the command, then in one transaction ask the policy for a scope, run the body, write its events and its
 * audit entry, commit. One that {@linkplain Operation#counting counts} writes neither of the two.
 *
 * <p>What throws leaves no state and no event. A denial leaves exactly one audit entry, written after the failed
 * transaction has ended; inside a transaction of the application {@linkplain
 * dev.portalblocks.core.tx.TransactionDomain#apart apart} from that. The victim of a deadlock is run again, three times
 * in all, after a rest of up to 10 and up to 20 milliseconds; so a body has no effect outside its transaction.
 *
 * <p>Inside a transaction of the application, what throws is taken back and that one goes on ({@link
 * dev.portalblocks.core.tx.JoinableDomain}); nothing is run again, and a refused creation leaves its key unclaimed.
 *
 * <p>An event of a type that no block registered is a fault of the program, refused with {@code IllegalStateException}. A
 * null for actor, command or query is a fault of the program: a {@code NullPointerException} names which.
 *
 * <p>After {@link #close} each of them throws {@code IllegalStateException}; what has begun comes to its end.
 *
 * <p>Thread-safe.
 */
public final class Operations implements AutoCloseable {
    private final Passage passage;
    private final Validation validation = new Validation();
    private final CanonicalJson json = new CanonicalJson();
    private final Repeats repeats;
    private final Cursors cursors;
    private final Uploads uploads;
    private final Executor threads = PortalThreads.untilIdle();
    private final InstantSource clock;
    private final TenantZones zones;

    /** Stands on this storage and takes clock, randomness, policy and the known events as they are handed in. */
    public Operations(CoreStorage storage, Surroundings surroundings, EventTypes eventTypes) {
        clock = surroundings.clock();
        zones = surroundings.zones();
        this.passage = new Passage(storage, surroundings, eventTypes);
        TenantKeys keys = new TenantKeys(storage.domain(), storage.tenantKeys(), surroundings.random());
        this.repeats = new Repeats(storage.idempotency(), keys);
        this.cursors = new Cursors(keys);
        StagedContents staged = new StagedContents(storage, surroundings.clock());
        this.uploads = new Uploads(passage, validation, repeats, json, staged);
    }

    /** Returns the time, for the blocks. */
    public InstantSource clock() {
        return clock;
    }

    /** Returns where a tenant's day begins, for the blocks. */
    public TenantZones zones() {
        return zones;
    }

    /**
     * Returns threads for calls that nobody may have to wait for, for the blocks, which bound how many of them they hold. Such a thread
     * ends some seconds after its last call, and keeps no process alive.
     */
    public Executor threads() {
        return threads;
    }

    /** Returns the way for operations that take bytes in. */
    public Uploads uploads() {
        return uploads;
    }

    /** Returns the way of a reading operation to what its block keeps in memory. */
    public Shortcut shortcut(Operation operation) {
        return passage.shortcut(operation);
    }

    /** Carries out an operation that reads, or that changes what is there. */
    public <R> R perform(Operation operation, Actor actor, Object command, Function<OperationContext, R> body) {
        requireCommand(actor, command);
        return passage.travel(operation, actor, body);
    }

    /** Carries out an operation that reads by a query; that is kept nowhere, and its texts may hold any character. */
    public <R> R ask(Operation operation, Actor actor, Object query, Function<OperationContext, R> body) {
        passage.requireOpen();
        Objects.requireNonNull(actor, "actor");
        validation.checkQuery(Objects.requireNonNull(query, "query"));
        return passage.travel(operation, actor, body);
    }

    /**
     * Carries out an operation that creates: with a key, once. A repeat within 30 days is authorised again and answers
     * with the object as it is by then; the same key with another command is a {@link PortalException.Conflict}
     * {@code idempotency-key.reused}; a concurrent second waits for the first.
     *
     * @throws IllegalArgumentException for an operation that {@linkplain Operation#counting counts}: a key is kept with the actor's name
     */
    public <R> R create(Operation operation, Actor actor, Object command, Creation<R> creation) {
        requireCommand(actor, command);
        if (operation.isCounting()) {
            throw new IllegalArgumentException(operation.name() + " counts, and creates nothing");
        }
        IdempotencyKey key = creation.key();
        if (key == null) {
            return passage.travel(operation, actor, context -> creation.create().apply(context, context.newId()));
        }
        Repeats.Attempt attempt = repeats.attempt(operation, actor, key, json.bytes(command));
        return passage.travel(operation, actor, context -> {
            UUID id = context.newId();
            Optional<UUID> earlier = repeats.earlier(context, attempt, id);
            return earlier.isEmpty() ? creation.create().apply(context, id) : replay(context, creation, earlier.get());
        });
    }

    /**
     * Carries out an operation that lists. A cursor that was forged, or that belongs to another query or tenant, is
     * {@link PortalException.InvalidInput} {@code cursor.invalid}.
     */
    public <T> Page<T> list(Operation operation, Actor actor, Listing<T> listing) {
        passage.requireOpen();
        Objects.requireNonNull(actor, "actor");
        validation.checkQuery(Objects.requireNonNull(listing.query(), "query"));
        int limit = listing.page().limit();
        Cursor cursor = listing.page().after();
        @Nullable
        Keyset after = cursor == null ? null : cursors.decode(actor.tenant(), signed(operation, listing), cursor);
        List<T> rows =
                passage.travel(operation, actor, context -> listing.rows().read(context, after, limit + 1));
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        Keyset place = listing.place().apply(rows.get(limit - 1));
        return new Page<>(rows.subList(0, limit), cursors.encode(actor.tenant(), signed(operation, listing), place));
    }

    @Override
    public void close() {
        passage.close();
        validation.close();
    }

    private void requireCommand(Actor actor, Object command) {
        passage.requireOpen();
        Objects.requireNonNull(actor, "actor");
        validation.check(Objects.requireNonNull(command, "command"));
    }

    private static <R> R replay(OperationContext context, Creation<R> creation, UUID earlier) {
        context.unchanged();
        return creation.replay().apply(context, earlier);
    }

    /** What a cursor is good for; a list on one page is spared the JSON. */
    private byte[] signed(Operation operation, Listing<?> listing) {
        return (operation.name() + json.text(listing.query())).getBytes(StandardCharsets.UTF_8);
    }
}
