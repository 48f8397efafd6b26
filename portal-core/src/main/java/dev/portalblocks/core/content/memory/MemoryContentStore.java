// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.memory;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.MeasuredSource;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes in the heap, each content in one array of less than 2 GiB; they are gone with the process. For tests and
 * first tries.
 *
 * <p>Thread-safe.
 */
public final class MemoryContentStore implements ContentStore {
    private static final int BUFFER_BYTES = 8 * 1024;

    // By the text of the reference, because that is the order of list; UUIDs themselves compare as signed numbers.
    private final ConcurrentMap<TenantId, ConcurrentNavigableMap<String, byte[]>> contents = new ConcurrentHashMap<>();
    private final Set<Writing> writing = new HashSet<>(); // is also the lock under which bytes come and go

    /** Begins empty. */
    public MemoryContentStore() {}

    @Override
    public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
        Writing begun = new Writing(tenant, ref, new MeasuredSource(source, limit));
        synchronized (writing) {
            writing.add(begun);
        }
        try {
            keep(begun, read(begun.source()));
            return begun.source().measured();
        } finally {
            synchronized (writing) {
                writing.remove(begun);
            }
        }
    }

    @Override
    public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
        return Optional.ofNullable(of(tenant).get(ref.toString())).map(ByteArrayInputStream::new);
    }

    @Override
    public boolean delete(TenantId tenant, ContentRef ref) {
        synchronized (writing) {
            writing.removeIf(begun -> begun.isOf(tenant, ref));
            return of(tenant).remove(ref.toString()) != null;
        }
    }

    @Override
    public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
        String begin = after == null ? "" : after.toString();
        return of(tenant).tailMap(begin, false).keySet().stream()
                .limit(limit)
                .map(text -> ContentRef.of(UUID.fromString(text)))
                .toList();
    }

    private static byte[] read(MeasuredSource source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }

    private void keep(Writing begun, byte[] bytes) {
        synchronized (writing) {
            if (!writing.contains(begun)) { // deleted under way
                throw new PortalException.StorageFailure("content.storage-failed", false, null);
            }
            if (of(begun.tenant()).putIfAbsent(begun.ref().toString(), bytes) != null) {
                throw new PortalException.Conflict("content.exists");
            }
        }
    }

    private ConcurrentNavigableMap<String, byte[]> of(TenantId tenant) {
        return contents.computeIfAbsent(tenant, t -> new ConcurrentSkipListMap<>());
    }

    /** A write under way; no other one has its source. */
    private record Writing(TenantId tenant, ContentRef ref, MeasuredSource source) {
        boolean isOf(TenantId otherTenant, ContentRef otherRef) {
            return tenant.equals(otherTenant) && ref.equals(otherRef);
        }
    }
}
