// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes under a reference. Bytes can't be part of a transaction: they are written before it and become reachable
 * by what it commits. So no method takes one, and each can be repeated without harm.
 *
 * <ol>
 *   <li>{@code write} returns only when all bytes are kept for good, with their number and SHA-256; before that nobody
 *       can open them.
 *   <li>A reference that is taken is refused with {@code Conflict} {@code content.exists}; what is there stays.
 *   <li>A source that fails ({@code ContentRejected} {@code content.source-failed}; an unchecked exception as it is), or
 *       goes on beyond {@code limit} bytes ({@code LimitExceeded} {@code content.too-large}),
 *       leaves nothing.
 *   <li>{@code open} returns exactly what was written, to any number of readers at once; the caller closes it.
 *   <li>{@code delete} is true when something was there; a reader that is open may read on to the end.
 *   <li>A tenant reaches no other tenant's bytes, whatever the names of the two look like.
 *   <li>{@code list} returns the references of a tenant in ascending order of their text, after the one given:
 *       {@code limit} of them, or all that are left.
 *   <li>{@code delete} also takes away what an unfinished write of the reference has left, and ends one that is still
 *       under way: it fails with {@code StorageFailure} and leaves nothing, even if nobody deletes again.
 * </ol>
 *
 * <p>Storage that fails throws {@code StorageFailure}. Thread-safe.
 */
public interface ContentStore {
    /** Keeps up to {@code limit} bytes; reads the source to its end and does not close it. */
    StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit);

    /** Opens what is kept; empty when nothing is. */
    Optional<InputStream> open(TenantId tenant, ContentRef ref);

    /** Removes what is kept, and what an unfinished write has left; true when complete bytes were there. */
    boolean delete(TenantId tenant, ContentRef ref);

    /** Returns references; null begins. */
    List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit);
}
