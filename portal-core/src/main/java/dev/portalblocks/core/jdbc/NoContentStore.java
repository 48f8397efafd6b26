// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.jdbc;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No place for bytes: none are taken in or given out. It says that it holds nothing and lets nothing be removed twice, so
 * that the row of a refused upload goes, and the tasks that look after contents come to their end.
 */
final class NoContentStore implements ContentStore {
    @Override
    public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
        throw refusal();
    }

    @Override
    public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
        throw refusal();
    }

    @Override
    public boolean delete(TenantId tenant, ContentRef ref) {
        return false;
    }

    @Override
    public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
        return List.of();
    }

    private static StorageFailure refusal() {
        return new StorageFailure("content.no-store", false, null);
    }
}
