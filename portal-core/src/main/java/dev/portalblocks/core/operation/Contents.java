// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.ContentUse;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stored content as the blocks use it: an object holds content by a use, and content that nothing holds is removed after
 * a day. What is foreign, gone or still arriving is as absent as what never was: {@code content.not-found}.
 *
 * <p>Thread-safe.
 */
public final class Contents {
    /** To use content by its reference: customers theirs, staff that serves them. */
    public static final Permission READ = Permission.forOwners("content.read", "service");

    private final TransactionDomain domain;
    private final ContentCatalog catalog;
    private final ContentUseStore uses;
    private final ContentStore store;

    /** Reaches the content of this storage. */
    public Contents(CoreStorage storage) {
        domain = storage.domain();
        catalog = storage.catalog();
        uses = storage.contentUses();
        store = storage.content();
    }

    /**
     * Lets an object use content whose reference comes from outside, inside an operation's body. The actor must reach it
     * both in the operation's own scope and in that of {@link #READ}.
     *
     * @param owner whose content it has to be, and nobody else's; null for the company's own
     * @param user what uses it from now on; once, however often it is said
     * @throws NotFound {@code content.not-found} when it is not live, not the owner's, or beyond the actor's reach
     */
    public StoredContent attach(OperationContext context, ContentRef ref, @Nullable CustomerId owner, ObjectRef user) {
        Scope scope = context.scopeOf(READ)
                .map(readable -> readable.and(context.scope()))
                .orElseThrow(() -> new NotFound("content"));
        StoredContent content = catalog.findForUpdate(context.tx(), scope, ref)
                .filter(found -> Objects.equals(found.customer(), owner))
                .filter(StoredContent::isLive)
                .orElseThrow(() -> new NotFound("content"));
        return add(context, content, user);
    }

    /**
     * Lets an object use content that its block has just taken in, or that another object of the same block uses already:
     * who may reach that is the block's to have decided.
     *
     * @throws NotFound {@code content.not-found} when it is not live
     */
    public StoredContent hold(OperationContext context, ContentRef ref, ObjectRef user) {
        StoredContent content = locked(context.tx(), context.actor().tenant(), ref)
                .filter(StoredContent::isLive)
                .orElseThrow(() -> new NotFound("content"));
        return add(context, content, user);
    }

    /** Ends an object's use of content, inside an operation's body; does nothing where there is none. */
    public void release(OperationContext context, ContentRef ref, ObjectRef user) {
        TenantId tenant = context.actor().tenant();
        Optional<StoredContent> content = locked(context.tx(), tenant, ref);
        if (uses.remove(context.tx(), new ContentUse(tenant, ref, user))) {
            content.ifPresent(found -> recount(context, found, -1));
        }
    }

    /**
     * Says, inside an operation's body that has decided it, that the actor may see this content; {@link #open} then opens it.
     *
     * @throws NotFound {@code content.not-found} when it is not live
     */
    public Shown show(OperationContext context, ContentRef ref) {
        return new Shown(live(context.tx(), context.actor().tenant(), ref));
    }

    /** What an operation has decided to show: there is no other way to open content. */
    public static final class Shown {
        private final StoredContent content;

        private Shown(StoredContent content) {
            this.content = content;
        }
    }

    /**
     * Opens what an operation has decided to show, after that operation's transaction; the caller closes the stream.
     * Reading checks size and SHA-256: where the bytes are not those that were written, {@code StorageFailure} {@code
     * content.damaged} comes in place of the last of them.
     *
     * @throws NotFound {@code content.not-found} when it is not live any more
     * @throws StorageFailure {@code content.damaged} when its bytes are not there at all
     */
    public InputStream open(Shown shown) {
        StoredContent content = shown.content;
        InputStream bytes = store.open(content.tenant(), content.ref()).orElseThrow(() -> {
            domain.read(tx -> live(tx, content.tenant(), content.ref())); // gone since by a sweep: nothing is damaged
            return new StorageFailure("content.damaged", false, null);
        });
        return new CheckedBytes(bytes, content.bytes());
    }

    private StoredContent live(Tx tx, TenantId tenant, ContentRef ref) {
        return catalog.find(tx, Scope.wholeTenant(tenant), ref)
                .filter(StoredContent::isLive)
                .orElseThrow(() -> new NotFound("content"));
    }

    private Optional<StoredContent> locked(Tx tx, TenantId tenant, ContentRef ref) {
        return catalog.findForUpdate(tx, Scope.wholeTenant(tenant), ref);
    }

    private StoredContent add(OperationContext context, StoredContent content, ObjectRef user) {
        boolean isNew = uses.add(context.tx(), new ContentUse(content.tenant(), content.ref(), user));
        return isNew ? recount(context, content, 1) : content;
    }

    private StoredContent recount(OperationContext context, StoredContent content, int by) {
        Instant now = context.now();
        StoredContent counted = content.used(content.uses() + by, now);
        if (!catalog.update(context.tx(), counted)) {
            throw new IllegalStateException("Content changed under its lock");
        }
        return counted;
    }
}
