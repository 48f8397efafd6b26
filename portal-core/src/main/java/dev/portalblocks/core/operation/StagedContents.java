// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException.Conflict;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of content on its way in: each step is allowed only from the state that it expects, under the row's lock.
 *
 * <p>Thread-safe.
 */
final class StagedContents {
    private static final Logger LOG = LoggerFactory.getLogger(StagedContents.class);
    private static final Duration RENEWAL = Duration.ofSeconds(30);

    private final TransactionDomain domain;
    private final ContentCatalog catalog;
    private final ContentStore store;
    private final InstantSource clock;

    StagedContents(CoreStorage storage, InstantSource clock) {
        this.domain = storage.domain();
        this.catalog = storage.catalog();
        this.store = storage.content();
        this.clock = clock;
    }

    ContentStore store() {
        return store;
    }

    void begin(Tx tx, StoredContent staged) {
        if (!catalog.insert(tx, staged)) {
            throw new Conflict("content.exists");
        }
    }

    /** Returns what says that the upload is alive: in a transaction of its own, each half minute at most. */
    Runnable renewal(TenantId tenant, ContentRef ref) {
        Instant[] next = {now().plus(RENEWAL)};
        return () -> {
            Instant now = now();
            if (!now.isBefore(next[0])) {
                next[0] = now.plus(RENEWAL);
                renew(tenant, ref, now);
            }
        };
    }

    /** Storage that fails for a moment does not end an upload: the row lasts for many renewals. */
    private void renew(TenantId tenant, ContentRef ref, Instant now) {
        try {
            domain.write(tx -> {
                update(tx, lock(tx, tenant, ref).touched(now));
                return true;
            });
        } catch (StorageFailure failure) {
            if (!failure.isRetryable()) {
                throw failure;
            }
        }
    }

    /** Locks the row of an upload that is under way; one that was swept meanwhile has failed. */
    StoredContent lock(Tx tx, TenantId tenant, ContentRef ref) {
        return find(tx, tenant, ref)
                .filter(content -> content.state() == ContentState.STAGED)
                .orElseThrow(() -> new Conflict("upload.expired"));
    }

    /** Makes the bytes known, or hands out equal ones of the same owner in their place, alive from now on. */
    StoredContent settle(Tx tx, StoredContent own, StoredContent.Facts facts, Instant now) {
        Optional<StoredContent> equal = catalog.findEqual(tx, own.tenant(), own.customer(), facts)
                .flatMap(found -> find(tx, own.tenant(), found.ref()))
                .filter(StoredContent::isLive);
        if (equal.isEmpty()) {
            return update(tx, own.live(facts, now));
        }
        drop(tx, own);
        return update(tx, equal.get().touched(now));
    }

    /** Says that the bytes are not needed. */
    void drop(Tx tx, StoredContent own) {
        update(tx, own.dying());
    }

    /** Removes bytes that were said not to be needed; where that fails the next sweep does it. */
    void removeSpare(TenantId tenant, ContentRef ref) {
        try {
            remove(tenant, ref);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Spare content {} is left to be swept: {}",
                    ref,
                    e.getClass().getName());
        }
    }

    /**
     * Removes what a failed upload has left. Its commit may have succeeded although it was reported as failed: bytes that
     * are known by now stay. The row's lock waits for a commit that is still under way.
     */
    void giveUp(TenantId tenant, ContentRef ref, Throwable failure) {
        try {
            boolean known = domain.write(tx -> {
                Optional<StoredContent> row = find(tx, tenant, ref);
                row.filter(content -> content.state() == ContentState.STAGED).ifPresent(content -> drop(tx, content));
                return row.filter(StoredContent::isLive).isPresent();
            });
            if (!known) {
                remove(tenant, ref);
            }
        } catch (RuntimeException | Error further) {
            if (further != failure) {
                failure.addSuppressed(further);
            }
        }
    }

    private void remove(TenantId tenant, ContentRef ref) {
        store.delete(tenant, ref);
        domain.write(tx -> catalog.delete(tx, tenant, ref));
    }

    private Optional<StoredContent> find(Tx tx, TenantId tenant, ContentRef ref) {
        return catalog.findForUpdate(tx, Scope.wholeTenant(tenant), ref);
    }

    private StoredContent update(Tx tx, StoredContent content) {
        if (!catalog.update(tx, content)) {
            throw new IllegalStateException("Content changed under its lock");
        }
        return content;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
