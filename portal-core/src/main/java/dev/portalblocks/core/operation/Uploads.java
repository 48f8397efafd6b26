// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.Conflict;
import dev.portalblocks.core.model.PortalException.ContentRejected;
import dev.portalblocks.core.model.PortalException.LimitExceeded;
import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes in: the one way for operations with a stream. A first short transaction asks for leave and commits a
 * {@code staged} row, then the bytes flow with none open, and a second one makes them known together with the block's
 * object, its uses, events, audit entry and idempotency claim.
 *
 * <p>Bytes that the same owner has already are kept once. A call that fails leaves neither bytes nor a row; of a process
 * that dies the next sweep removes them, {@link #STAGED_MINUTES} minutes after its last sign of life.
 *
 * <p>Thread-safe.
 */
public final class Uploads {
    /**
     * How long an upload may show no sign of life before its bytes are removed under it, in minutes. A sign is as old as the
     * clocks of two nodes say, so this is longer than they may differ by.
     */
    public static final int STAGED_MINUTES = 180;

    private final Passage passage;
    private final Validation validation;
    private final Repeats repeats;
    private final CanonicalJson json;
    private final StagedContents staged;
    private final ContentStore store;

    Uploads(Passage passage, Validation validation, Repeats repeats, CanonicalJson json, StagedContents staged) {
        this.passage = passage;
        this.validation = validation;
        this.repeats = repeats;
        this.json = json;
        this.staged = staged;
        this.store = staged.store();
    }

    /**
     * Carries an upload out. Reads the bytes to their end, in pieces of 64 KiB at most, and does not close them.
     *
     * <p>With a key it takes effect once: a repeat with the same command and the same bytes answers with the object as it
     * is, and what came with it is removed; other bytes are another command.
     *
     * @throws Conflict {@code upload.in-transaction} inside a transaction of the host's, before a byte is read: join with
     *     the reference of what was uploaded before; {@code upload.expired} when the bytes took so long without a sign of
     *     life that they were removed; {@code idempotency-key.reused}
     * @throws LimitExceeded {@code content.too-large}
     * @throws ContentRejected {@code content.size-mismatch} or {@code content.hash-mismatch} when the bytes are not those
     *     that were declared, {@code content.type-mismatch} when they are of no type that is taken,
     *     {@code content.source-failed} when they break off
     */
    public <R> R carryOut(Actor actor, Upload<R> upload, InputStream bytes) {
        validation.check(upload.command());
        ContentRef ref = ContentRef.of(passage.newId(actor.tenant()));
        stage(actor, upload, ref);
        Settled<R> settled;
        try {
            StoredContent.Facts facts = write(actor.tenant(), ref, upload.terms(), bytes);
            Optional<Repeats.Attempt> attempt = attempt(actor, upload, facts);
            settled = passage.travel(
                    upload.operation(), actor, context -> settle(context, upload, new Arrived(ref, facts, attempt)));
        } catch (Throwable failure) { // also what a source throws without declaring it
            staged.giveUp(actor.tenant(), ref, failure);
            throw failure;
        }
        if (settled.isSpare()) {
            staged.removeSpare(actor.tenant(), ref);
        }
        return settled.result();
    }

    /**
     * Bytes that are kept, before anybody knows of them.
     *
     * @param ref under which
     * @param facts what was found out about them
     * @param attempt what is kept of a call with a key
     */
    private record Arrived(ContentRef ref, StoredContent.Facts facts, Optional<Repeats.Attempt> attempt) {}

    /**
     * What the second transaction came to.
     *
     * @param result what the operation returns
     * @param isSpare whether the bytes are not needed: equal ones are there, or the call was a repeat
     */
    private record Settled<R>(R result, boolean isSpare) {}

    /** The commit may have succeeded although it was reported as failed; of a refusal it is known that it did not. */
    private void stage(Actor actor, Upload<?> upload, ContentRef ref) {
        try {
            passage.travel(upload.operation(), actor, context -> stage(context, upload, ref));
        } catch (RuntimeException | Error failure) {
            if (!(failure instanceof PortalException) || failure instanceof StorageFailure) {
                staged.giveUp(actor.tenant(), ref, failure);
            }
            throw failure;
        }
    }

    private StoredContent stage(OperationContext context, Upload<?> upload, ContentRef ref) {
        if (context.tx().isJoined()) {
            throw new Conflict("upload.in-transaction");
        }
        requireFits(upload.terms());
        @Nullable CustomerId owner = upload.owner().prepare(context).orElse(null);
        StoredContent content = StoredContent.staged(context.actor().tenant(), ref, owner, context.now());
        if (!context.scope().covers(content.label())) {
            throw new NotFound("content");
        }
        staged.begin(context.tx(), content);
        context.unchanged(); // the operation itself is still to come
        return content;
    }

    private static void requireFits(Upload.Terms terms) {
        DeclaredBytes declared = terms.declared();
        if (declared != null && declared.size() != null && declared.size() > terms.limit()) {
            throw new LimitExceeded("content.too-large", terms.limit());
        }
    }

    private StoredContent.Facts write(TenantId tenant, ContentRef ref, Upload.Terms terms, InputStream bytes) {
        ArrivingBytes arriving = new ArrivingBytes(bytes, terms.declared(), staged.renewal(tenant, ref));
        StoredBytes stored = store.write(tenant, ref, arriving, terms.limit());
        DeclaredBytes declared = terms.declared();
        if (declared != null && declared.sha256() != null && !declared.sha256().equals(stored.sha256())) {
            throw new ContentRejected("content.hash-mismatch");
        }
        String type = terms.types().detect(arriving.head());
        if (!terms.admits(type)) {
            throw new ContentRejected("content.type-mismatch");
        }
        return new StoredContent.Facts(stored, type);
    }

    private Optional<Repeats.Attempt> attempt(Actor actor, Upload<?> upload, StoredContent.Facts facts) {
        IdempotencyKey key = upload.making().key();
        if (key == null) {
            return Optional.empty();
        }
        byte[] bytes = (facts.bytes().sha256() + facts.bytes().size()).getBytes(StandardCharsets.US_ASCII);
        return Optional.of(repeats.attempt(upload.operation(), actor, key, json.bytes(upload.command()), bytes));
    }

    private <R> Settled<R> settle(OperationContext context, Upload<R> upload, Arrived arrived) {
        StoredContent own = staged.lock(context.tx(), context.actor().tenant(), arrived.ref());
        UUID id = context.newId();
        Optional<UUID> earlier = arrived.attempt().flatMap(attempt -> repeats.earlier(context, attempt, id));
        if (earlier.isPresent()) {
            staged.drop(context.tx(), own);
            context.unchanged();
            return new Settled<>(upload.making().replay().apply(context, earlier.get()), true);
        }
        StoredContent content = staged.settle(context.tx(), own, arrived.facts(), context.now());
        R result = upload.making().create().create(context, id, content);
        return new Settled<>(result, !content.ref().equals(own.ref()));
    }
}
