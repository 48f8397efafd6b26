// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of stored content with the bytes that are there: after a restored backup, or a night in which a disk
 * was full. Reads all of a tenant's references, page by page. Thread-safe.
 */
public final class ContentCheck {
    /** How old a reference is before its bytes count as having no row: nobody writes them any more. */
    public static final Duration SETTLED = Duration.ofDays(1);

    private static final Operation COMPARE = Operation.reading("core.content.compare", Housekeeping.MAINTAIN);
    private static final Operation REMOVE = Operation.writing("core.content.remove-stray", Housekeeping.MAINTAIN);
    private static final int PAGE = 1_000;
    private static final int UUID_MILLIS_SHIFT = 16;

    static final List<Operation> OPERATIONS = List.of(COMPARE, REMOVE);

    private final Operations operations;
    private final ContentCatalog catalog;
    private final ContentStore store;

    ContentCheck(Operations operations, CoreStorage storage) {
        this.operations = operations;
        this.catalog = storage.catalog();
        this.store = storage.content();
    }

    /**
     * What a comparison has found.
     *
     * @param withoutBytes live content whose bytes are not there: it was damaged
     * @param withoutRow references of bytes that nobody knows, older than {@link ContentCheck#SETTLED}
     */
    public record Findings(List<ContentRef> withoutBytes, List<ContentRef> withoutRow) {
        /** Copies the lists. */
        public Findings {
            withoutBytes = List.copyOf(withoutBytes);
            withoutRow = List.copyOf(withoutRow);
        }

        /** Returns whether rows and bytes agree. */
        @JsonIgnore
        public boolean isSound() {
            return withoutBytes.isEmpty() && withoutRow.isEmpty();
        }
    }

    /** Returns where the tenant's rows and bytes don't agree; whether the bytes are the right ones is seen when they are read. */
    public Findings compare(Actor actor) {
        return new Findings(withoutBytes(actor), withoutRow(actor, COMPARE));
    }

    /** Deletes the tenant's bytes that have no row, and returns how many there were. */
    public int removeStray(Actor actor) {
        List<ContentRef> stray = withoutRow(actor, REMOVE);
        if (!stray.isEmpty()) {
            // on record before it is done: a second call finishes what a first has begun
            operations.perform(REMOVE, actor, stray.size(), context -> true);
            stray.forEach(ref -> store.delete(actor.tenant(), ref));
        }
        return stray.size();
    }

    private List<ContentRef> withoutBytes(Actor actor) {
        List<ContentRef> found = new ArrayList<>();
        @Nullable ContentRef last = null;
        while (true) {
            ContentRef after = last;
            List<ContentRef> page = operations.perform(
                    COMPARE,
                    actor,
                    PAGE,
                    context -> rows(context, after).stream()
                            .map(StoredContent::ref)
                            .toList());
            for (ContentRef ref : page) {
                if (!hasBytes(actor.tenant(), ref) && isLive(actor, ref)) {
                    found.add(ref);
                }
            }
            if (page.size() < PAGE) {
                return found;
            }
            last = page.get(page.size() - 1);
        }
    }

    private List<ContentRef> withoutRow(Actor actor, Operation operation) {
        List<ContentRef> found = new ArrayList<>();
        List<ContentRef> page = operations.perform(operation, actor, PAGE, context -> {
            context.unchanged();
            return List.of();
        });
        do {
            ContentRef last = page.isEmpty() ? null : page.get(page.size() - 1);
            List<ContentRef> next = store.list(actor.tenant(), last, PAGE);
            found.addAll(operations.perform(operation, actor, PAGE, context -> {
                context.unchanged();
                return next.stream().filter(ref -> isStray(context, ref)).toList();
            }));
            page = next;
        } while (page.size() == PAGE);
        return found;
    }

    private List<StoredContent> rows(OperationContext context, @Nullable ContentRef after) {
        return catalog.list(context.tx(), context.scope().tenant(), after, PAGE);
    }

    private boolean isLive(Actor actor, ContentRef ref) {
        return operations.perform(
                COMPARE,
                actor,
                ref,
                context -> find(context, ref).filter(StoredContent::isLive).isPresent());
    }

    private boolean isStray(OperationContext context, ContentRef ref) {
        return madeAt(ref).isBefore(context.now().minus(SETTLED))
                && find(context, ref).isEmpty();
    }

    private Optional<StoredContent> find(OperationContext context, ContentRef ref) {
        return catalog.find(context.tx(), Scope.wholeTenant(context.scope().tenant()), ref);
    }

    private boolean hasBytes(TenantId tenant, ContentRef ref) {
        try (InputStream bytes = store.open(tenant, ref).orElse(null)) {
            return bytes != null;
        } catch (IOException e) {
            throw new StorageFailure("content.storage-failed", false, e);
        }
    }

    /** A UUIDv7 begins with the milliseconds since 1970 (RFC 9562, section 5.7). */
    private static Instant madeAt(ContentRef ref) {
        return Instant.ofEpochMilli(ref.value().getMostSignificantBits() >>> UUID_MILLIS_SHIFT);
    }
}
