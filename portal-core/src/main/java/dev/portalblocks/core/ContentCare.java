// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentCatalog.Due;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.TenantWalk;
import dev.portalblocks.core.operation.Uploads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes stored bytes that nobody needs, and finds those that are not what the rows say.
 *
 * <p>Bytes go in three steps: their row becomes {@code dying} in a transaction, under its lock and only if nobody has
 * begun to use them; then the bytes are deleted; then the row is. Whoever comes in between sees that they are dying and
 * takes others; whatever ends in between is finished by the next sweep. Thread-safe, on several nodes at once.
 */
public final class ContentCare {
    /** How long bytes stay that nobody uses. */
    public static final Duration UNUSED = Duration.ofHours(24);
    /** How long an upload may show no sign of life. */
    public static final Duration STAGED = Duration.ofMinutes(Uploads.STAGED_MINUTES);

    private static final Logger LOG = LoggerFactory.getLogger(ContentCare.class);
    private static final Operation SWEEP = Operation.writing("core.content.sweep", Housekeeping.MAINTAIN);
    private static final int BATCH = 100;

    private final Operations operations;
    private final ContentCatalog catalog;
    private final ContentUseStore uses;
    private final ContentStore store;
    private final TenantWalk tenants;
    private final ContentCheck check;

    ContentCare(Operations operations, CoreStorage storage) {
        this.operations = operations;
        this.catalog = storage.catalog();
        this.uses = storage.contentUses();
        this.store = storage.content();
        this.tenants = TenantWalk.overContents(storage);
        this.check = new ContentCheck(operations, storage);
    }

    BlockContribution contribution() {
        return BlockContribution.of("content", SWEEP)
                .and(ContentCheck.OPERATIONS)
                .maintainedBy(
                        new MaintenanceTask("core.content.sweep", Duration.ofMinutes(10), this::sweepAll),
                        new MaintenanceTask("core.content.reconcile", Duration.ofDays(1), this::checkAll));
    }

    /** Returns what compares rows and bytes. */
    public ContentCheck check() {
        return check;
    }

    /**
     * Removes up to 100 of the tenant's contents that were staged and not heard of for {@link #STAGED}, that nobody has
     * used for {@link #UNUSED}, or that were dying already; returns how many it removed. Bytes that can't be deleted keep
     * nobody waiting: the first failure is thrown in the end.
     */
    public int sweep(Actor actor) {
        TenantId tenant = actor.tenant();
        List<ContentRef> dying = operations.perform(SWEEP, actor, BATCH, context -> {
            context.unchanged(); // what counts is the end
            return condemn(context);
        });
        List<ContentRef> gone = new ArrayList<>();
        List<ContentRef> stuck = new ArrayList<>();
        @Nullable RuntimeException first = null;
        for (ContentRef ref : dying) {
            try {
                store.delete(tenant, ref);
                gone.add(ref);
            } catch (RuntimeException e) {
                stuck.add(ref);
                first = first == null ? e : first;
            }
        }
        if (!gone.isEmpty()) {
            operations.perform(SWEEP, actor, gone.size(), context -> forget(context, gone));
        }
        if (!stuck.isEmpty()) {
            operations.perform(SWEEP, actor, stuck.size(), context -> postpone(context, stuck));
        }
        if (first != null) {
            throw first;
        }
        return gone.size();
    }

    /** Locks in the order of the references, as everybody does who locks several. */
    private List<ContentRef> condemn(OperationContext context) {
        Due due = new Due(context.now().minus(STAGED), context.now().minus(UNUSED));
        return catalog.due(context.tx(), context.scope().tenant(), due, BATCH).stream()
                .map(StoredContent::ref)
                .sorted(Comparator.comparing(ContentRef::toString))
                .filter(ref -> isCondemned(context, due, ref))
                .toList();
    }

    private boolean isCondemned(OperationContext context, Due due, ContentRef ref) {
        Optional<StoredContent> found = catalog.findForUpdate(
                context.tx(), Scope.wholeTenant(context.scope().tenant()), ref);
        if (found.isEmpty()) {
            return false;
        }
        StoredContent content = found.get();
        if (content.state() == ContentState.DYING) {
            return true;
        }
        return mayGo(context, due, content) && catalog.update(context.tx(), content.dying());
    }

    private boolean mayGo(OperationContext context, Due due, StoredContent content) {
        if (content.state() == ContentState.STAGED) {
            return !content.touchedAt().isAfter(due.stagedBefore());
        }
        return content.uses() == 0
                && !content.touchedAt().isAfter(due.unusedBefore())
                && !uses.isUsed(context.tx(), content.tenant(), content.ref());
    }

    private boolean forget(OperationContext context, List<ContentRef> gone) {
        gone.forEach(ref -> catalog.delete(context.tx(), context.scope().tenant(), ref));
        return true;
    }

    /** Puts them behind all others, which would never have their turn otherwise. */
    private boolean postpone(OperationContext context, List<ContentRef> stuck) {
        Scope tenant = Scope.wholeTenant(context.scope().tenant());
        stuck.forEach(ref -> catalog.findForUpdate(context.tx(), tenant, ref)
                .ifPresent(content -> catalog.update(context.tx(), content.touched(context.now()))));
        context.unchanged();
        return true;
    }

    private void sweepAll() {
        tenants.forEach(tenant -> {
            Actor task = Actor.system(tenant, "content-care");
            while (sweep(task) == BATCH) {
                // a batch is two transactions: what is left waits for the next
            }
        });
    }

    private void checkAll() {
        tenants.forEach(tenant -> {
            ContentCheck.Findings found = check.compare(Actor.system(tenant, "content-care"));
            if (!found.isSound()) {
                LOG.warn(
                        "Stored content of tenant {}: {} rows without bytes, {} bytes without a row",
                        tenant,
                        found.withoutBytes().size(),
                        found.withoutRow().size());
            }
        });
    }
}
